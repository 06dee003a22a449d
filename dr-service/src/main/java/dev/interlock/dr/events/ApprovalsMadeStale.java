package dev.interlock.dr.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Approvals given for older revisions no longer count.
 *
 * @param changes what was changed, for people; null if not said
 */
public record ApprovalsMadeStale(
        String dr, int revision, String contentHash, @Nullable List<String> changes)
        implements RequestEvent {

    public ApprovalsMadeStale(String dr, int revision, String contentHash) {
        this(dr, revision, contentHash, null);
    }
}
