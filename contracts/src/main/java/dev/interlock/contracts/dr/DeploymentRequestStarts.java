package dev.interlock.contracts.dr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code POST /internal/deployment-requests/{id}/holds}: which parts of a deployment
 * request have started, by the lanes as they are in the event store; no other starts while the hold
 * lasts.
 *
 * @param hold to be released as soon as what it was placed for is committed or given up
 * @param parts every item for every one of its targets
 */
public record DeploymentRequestStarts(String id, long hold, List<Part> parts) {

    /**
     * @param started it runs, or has completed; a failed or aborted one has not, since it may start
     *     again
     * @param deployment by which it has; null if it has not, or long ago
     */
    public record Part(
            String product,
            String version,
            String environment,
            boolean started,
            @Nullable String deployment) {}
}
