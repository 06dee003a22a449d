package dev.interlock.approval.read.requestapprovals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All decisions on one deployment request, and how it stands by them.
 *
 * @param fullyApproved is every required slot full?
 * @param requestExpiresAt from then on it is expired if a required slot is unanswered; null = never
 * @param rejectedBy the rejection that closed it; null if none
 * @param decisions oldest first, of every revision
 */
record RequestApprovals(
        String dr,
        String state,
        int revision,
        String contentHash,
        boolean fullyApproved,
        @Nullable Instant requestExpiresAt,
        @Nullable String rejectedBy,
        List<SlotStatus> slots,
        List<DecisionRecord> decisions) {}
