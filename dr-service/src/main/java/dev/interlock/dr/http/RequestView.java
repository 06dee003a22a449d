package dev.interlock.dr.http;

import dev.interlock.contracts.dr.TemplateRef;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import dev.interlock.edge.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A deployment request as the API shows it. */
public record RequestView(
        String id,
        String title,
        @Nullable String description,
        @Nullable String releaseNotes,
        List<Notes.Link> links,
        @Nullable Instant plannedAt,
        Map<String, String> labels,
        @Nullable Instant requestExpiresAt,
        String state,
        int revision,
        int contentRevision,
        String contentHash,
        String author,
        String lastEditor,
        List<Contents.Item> items,
        List<String> environments,
        List<SlotView> slots,
        List<StepView> steps,
        String contentsPolicy,
        @Nullable TemplateRef template,
        @Nullable String supersedes,
        @Nullable String supersededBy,
        Instant createdAt) {

    /**
     * @throws Problem 404 for one that does not exist
     */
    public static RequestView of(String id, DeploymentRequest request) {
        return switch (request) {
            case DeploymentRequest.Unknown _ -> throw Problem.notFound("deployment request " + id);
            case Known known -> of(known);
        };
    }

    public static RequestView of(Known request) {
        var details = request.details();
        return new RequestView(
                details.id(),
                details.title(),
                details.description(),
                details.notes().releaseNotes(),
                details.notes().links(),
                details.notes().plannedAt(),
                details.notes().labels(),
                details.notes().requestExpiresAt(),
                request.name(),
                details.revision(),
                details.contentRevision(),
                details.contentHash(),
                details.author(),
                details.lastEditor(),
                details.contents().items(),
                details.contents().environments(),
                details.contents().slots().stream().map(SlotView::of).toList(),
                details.contents().allSteps().stream()
                        .map(step -> StepView.of(step, details.stepsDone()))
                        .toList(),
                details.origin().contentsPolicy(),
                template(details.origin()),
                details.origin().supersedes(),
                details.newestSuperseding(),
                details.draftedAt());
    }

    private static @Nullable TemplateRef template(Origin origin) {
        return origin.template() == null || origin.templateVersion() == null
                ? null
                : new TemplateRef(origin.template(), origin.templateVersion());
    }
}
