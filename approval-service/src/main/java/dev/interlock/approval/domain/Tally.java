package dev.interlock.approval.domain;

import dev.interlock.approval.domain.Approvals.Approval;
import java.util.List;

/**
 * Which approvals count for the request as it is now: not withdrawn, not stale, and among the first
 * {@code min} of their slot in the order of the stream.
 */
public record Tally(List<SlotTally> slots) {

    /** Why an approval counts or not. */
    public enum Standing {
        COUNTS,
        SURPLUS,
        STALE,
        WITHDRAWN
    }

    public record SlotTally(
            RequestSnapshot.Slot slot, List<Approval> counting, List<Approval> surplus) {

        /** How many distinct persons are still to approve. */
        public int missing() {
            return slot.min() - counting.size();
        }

        public boolean full() {
            return missing() == 0;
        }
    }

    public static Tally of(Approvals approvals, RequestSnapshot request) {
        return new Tally(
                request.slots().stream().map(slot -> tally(slot, approvals, request)).toList());
    }

    private static SlotTally tally(
            RequestSnapshot.Slot slot, Approvals approvals, RequestSnapshot request) {
        var standing =
                approvals.approvals().stream()
                        .filter(a -> a.slot().equals(slot.id()))
                        .filter(a -> Approvals.stands(a, request))
                        .toList();
        int places = Math.min(slot.min(), standing.size());
        return new SlotTally(
                slot, standing.subList(0, places), standing.subList(places, standing.size()));
    }

    /** Is every required slot full? */
    public boolean complete() {
        return slots.stream().allMatch(slot -> slot.slot().optional() || slot.full());
    }

    public boolean full(String slot) {
        return slots.stream().anyMatch(s -> s.slot().id().equals(slot) && s.full());
    }

    public Standing standingOf(Approval approval) {
        if (approval.withdrawn()) {
            return Standing.WITHDRAWN;
        }
        if (slots.stream().anyMatch(slot -> slot.counting().contains(approval))) {
            return Standing.COUNTS;
        }
        return slots.stream().anyMatch(slot -> slot.surplus().contains(approval))
                ? Standing.SURPLUS
                : Standing.STALE;
    }
}
