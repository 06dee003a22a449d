package dev.interlock.approval.write.approveslot;

import dev.interlock.approval.domain.RequestSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * @param approval id of the approval, should it be given
 * @param revision the revision its approver has seen
 * @param person the person behind the call; null for a machine
 * @param actingFor the person who is stood for; null if nobody else
 * @param request the deployment request as its owner told it just before
 */
record ApproveSlot(
        String approval,
        String slot,
        int revision,
        @Nullable String comment,
        @Nullable String person,
        @Nullable String actingFor,
        String actorKind,
        RequestSnapshot request) {}
