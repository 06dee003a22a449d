package dev.interlock.approval.write.approveversion;

import dev.interlock.approval.domain.VersionApprovalTerms;
import dev.interlock.approval.domain.VersionSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * @param approval id of the sign-off, should it be given
 * @param principal a person's id, or a service key's
 * @param person the person behind the call; null for a machine
 * @param terms with the digest as it was named
 * @param version as the registry told it just before
 */
record ApproveVersion(
        String approval,
        String principal,
        @Nullable String person,
        String actorKind,
        VersionApprovalTerms terms,
        VersionSnapshot version) {

    /** A service key of a pipeline; agents are no machines. */
    boolean machine() {
        return person == null && actorKind.equals("ci");
    }
}
