package dev.interlock.approval.write.revokeapproval;

import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Starts;
import org.jspecify.annotations.Nullable;

/**
 * @param reason not blank
 * @param person the person behind the call; null for a machine
 * @param request the deployment request as its owner told it just before
 * @param starts what of it had started then
 */
record RevokeApproval(
        String approval,
        String reason,
        @Nullable String person,
        String actorKind,
        RequestSnapshot request,
        Starts starts) {}
