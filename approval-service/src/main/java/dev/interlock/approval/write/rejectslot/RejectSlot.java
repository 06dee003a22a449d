package dev.interlock.approval.write.rejectslot;

import dev.interlock.approval.domain.RequestSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * @param rejection id of the rejection, should it be made
 * @param revision the revision that whoever rejects has seen
 * @param comment why; not blank
 * @param person the person behind the call; null for a machine
 * @param actingFor the person who is stood for; null if nobody else
 * @param request the deployment request as its owner told it just before
 */
record RejectSlot(
        String rejection,
        String slot,
        int revision,
        String comment,
        @Nullable String person,
        @Nullable String actingFor,
        String actorKind,
        RequestSnapshot request) {}
