package dev.interlock.dr.http;

import dev.interlock.dr.http.RequestForm.SlotBody;
import dev.interlock.dr.http.RequestForm.StepBody;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of making and changing a template.
 *
 * @param requestExpiresIn ISO 8601, for example {@code P14D}
 */
public record TemplateForm(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<@Nullable String> environments,
        @Nullable List<@Nullable SlotBody> slots,
        @Nullable List<@Nullable StepBody> steps,
        @Nullable String contentsPolicy,
        @Nullable String requestExpiresIn,
        @Nullable Map<String, @Nullable String> labels) {}
