package dev.interlock.approval.read.requestapprovals;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One slot as it stands: {@code approved} of {@code needed}.
 *
 * @param stage from 1 on
 * @param waitsFor the earlier slots to be filled before anybody is asked; empty = it is open
 * @param missing how many distinct persons are still to approve, at least
 * @param requiredMembers groups of which somebody must be among those who approve
 * @param missingGroups those of them nobody of whom has approved yet
 * @param surplus how many approvals would count if a place fell free
 * @param approvalValidFor how long an approval counts; null = for ever
 * @param whoCan who can approve now; nobody is listed once it is full, or before it is open
 */
record SlotStatus(
        String id,
        String type,
        @Nullable String environment,
        boolean optional,
        boolean veto,
        int stage,
        List<String> waitsFor,
        int needed,
        int approved,
        int missing,
        List<String> requiredMembers,
        List<String> missingGroups,
        int surplus,
        boolean stillEligible,
        @Nullable Duration approvalValidFor,
        WhoCan whoCan) {

    /**
     * @param people those who are neither barred by separation of duties nor filling a slot already
     */
    record WhoCan(List<String> roles, List<PersonName> people) {}
}
