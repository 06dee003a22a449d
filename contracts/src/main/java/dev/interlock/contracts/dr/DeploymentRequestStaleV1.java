package dev.interlock.contracts.dr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code dr.stale}: approvals given for older revisions no longer count.
 *
 * @param changes what was changed, in sentences; null if not said
 */
public record DeploymentRequestStaleV1(
        String dr, int revision, String contentHash, @Nullable List<String> changes)
        implements DrMessage {

    public DeploymentRequestStaleV1(String dr, int revision, String contentHash) {
        this(dr, revision, contentHash, null);
    }
}
