package dev.interlock.dr.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of drafting and editing a deployment request. */
public record RequestForm(
        @Nullable String title,
        @Nullable String description,
        @Nullable List<@Nullable ItemBody> items,
        @Nullable List<@Nullable String> environments,
        @Nullable List<@Nullable SlotBody> slots) {

    public record ItemBody(
            @Nullable String product,
            @Nullable String version,
            @Nullable Integer orderGroup,
            @Nullable List<@Nullable String> environments) {}

    public record SlotBody(
            @Nullable String id,
            @Nullable String type,
            @Nullable List<@Nullable String> roles,
            @Nullable Integer min,
            @Nullable String environment,
            @Nullable Boolean optional,
            @Nullable Boolean veto) {}
}
