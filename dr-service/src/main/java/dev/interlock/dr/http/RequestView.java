package dev.interlock.dr.http;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.events.Contents;
import dev.interlock.edge.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deployment request as the API shows it. */
public record RequestView(
        String id,
        String title,
        @Nullable String description,
        String state,
        int revision,
        int contentRevision,
        String contentHash,
        String author,
        String lastEditor,
        List<Contents.Item> items,
        List<String> environments,
        List<Contents.Slot> slots,
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
                request.name(),
                details.revision(),
                details.contentRevision(),
                details.contentHash(),
                details.author(),
                details.lastEditor(),
                details.contents().items(),
                details.contents().environments(),
                details.contents().slots(),
                details.draftedAt());
    }
}
