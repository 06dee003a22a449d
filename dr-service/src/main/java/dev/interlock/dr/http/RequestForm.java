package dev.interlock.dr.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of drafting and editing a deployment request.
 *
 * @param template what it is made from; only when it is drafted
 * @param supersedes id of the deployment request whose place it takes; likewise
 * @param approvalValidFor for the slots that do not say it themselves; ISO 8601
 */
public record RequestForm(
        @Nullable TemplateBody template,
        @Nullable String supersedes,
        @Nullable String title,
        @Nullable String description,
        @Nullable String releaseNotes,
        @Nullable List<@Nullable LinkBody> links,
        @Nullable Instant plannedAt,
        @Nullable Map<String, @Nullable String> labels,
        @Nullable Instant requestExpiresAt,
        @Nullable String approvalValidFor,
        @Nullable List<@Nullable ItemBody> items,
        @Nullable List<@Nullable String> environments,
        @Nullable List<@Nullable SlotBody> slots,
        @Nullable List<@Nullable StepBody> steps) {

    /**
     * @param version null = the newest
     */
    public record TemplateBody(@Nullable String id, @Nullable Integer version) {}

    public record ItemBody(
            @Nullable String product,
            @Nullable String version,
            @Nullable Integer orderGroup,
            @Nullable List<@Nullable String> environments) {}

    /**
     * @param approvalValidFor ISO 8601, for example {@code PT8H} or {@code P7D}
     */
    public record SlotBody(
            @Nullable String id,
            @Nullable String type,
            @Nullable List<@Nullable String> roles,
            @Nullable Integer min,
            @Nullable Integer stage,
            @Nullable String environment,
            @Nullable Boolean optional,
            @Nullable Boolean veto,
            @Nullable List<@Nullable String> requiredMembers,
            @Nullable Boolean stillEligible,
            @Nullable String approvalValidFor,
            @Nullable Boolean locked) {}

    public record StepBody(
            @Nullable String id,
            @Nullable String phase,
            @Nullable String title,
            @Nullable String kind,
            @Nullable Boolean required,
            @Nullable String item,
            @Nullable String environment,
            @Nullable String assigneeRole,
            @Nullable Instant deadline) {}

    public record LinkBody(@Nullable String kind, @Nullable String url, @Nullable String title) {}
}
