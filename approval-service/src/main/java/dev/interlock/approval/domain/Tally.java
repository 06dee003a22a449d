package dev.interlock.approval.domain;

import dev.interlock.approval.domain.Approvals.Approval;
import dev.interlock.approval.domain.Approvals.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which approvals count for the request as it is, at an instant: those that stand, of each person
 * the first in the order of the stream, and of those as many as their slot has places. The gate
 * counts in the same way from the same events; {@code golden-tally} of contracts holds cases that
 * both must agree on.
 */
public record Tally(RequestSnapshot request, Instant at, List<SlotTally> slots) {

    /** Why an approval counts or not. */
    public enum Standing {
        COUNTS,
        SURPLUS,
        STALE,
        EXPIRED,
        WITHDRAWN,
        REVOKED
    }

    /**
     * @param counting in the order of the stream
     * @param surplus those that stand and would count if a place fell free
     * @param missingGroups of the groups that must be among those who approve, those that are not
     */
    public record SlotTally(
            RequestSnapshot.Slot slot,
            List<Approval> counting,
            List<Approval> surplus,
            List<String> missingGroups) {

        /** How many distinct persons are still to approve, at least. */
        public int missing() {
            return Math.max(
                    Math.max(0, slot.min() - counting.size()), missingGroups.isEmpty() ? 0 : 1);
        }

        public boolean full() {
            return missing() == 0;
        }
    }

    public static Tally of(Approvals approvals, RequestSnapshot request, Instant now) {
        var standing = onePersonOneSlot(approvals, request, now);
        return new Tally(
                request, now, request.slots().stream().map(slot -> tally(slot, standing)).toList());
    }

    /**
     * Did the request expire, because the time to answer it passed with a required slot unanswered?
     */
    public static boolean expired(Approvals approvals, RequestSnapshot request, Instant now) {
        var end = request.requestExpiresAt();
        return end != null
                && !now.isBefore(end)
                && !of(approvals.asOf(end), request, end).complete();
    }

    private static List<Approval> onePersonOneSlot(
            Approvals approvals, RequestSnapshot request, Instant now) {
        var used = new HashSet<String>();
        var first = new ArrayList<Approval>();
        for (var approval : approvals.approvals()) {
            var delegator = approval.actingFor();
            if (Approvals.stands(approval, request, now)
                    && !used.contains(approval.person())
                    && (delegator == null || !used.contains(delegator))) {
                used.add(approval.person());
                if (delegator != null) {
                    used.add(delegator);
                }
                first.add(approval);
            }
        }
        return first;
    }

    /** Places go to one of each required group first, the others to who came first. */
    private static SlotTally tally(RequestSnapshot.Slot slot, List<Approval> standing) {
        var candidates = standing.stream().filter(a -> a.slot().equals(slot.id())).toList();
        var chosen = new LinkedHashSet<Approval>();
        var missing = new ArrayList<String>();
        for (var group : slot.requiredMembers()) {
            var member = candidates.stream().filter(a -> a.groups().contains(group)).findFirst();
            if (member.isPresent()) {
                chosen.add(member.get());
            } else {
                missing.add(group);
            }
        }
        for (var candidate : candidates) {
            if (chosen.size() < slot.min()) {
                chosen.add(candidate);
            }
        }
        return new SlotTally(
                slot,
                candidates.stream().filter(chosen::contains).toList(),
                candidates.stream().filter(a -> !chosen.contains(a)).toList(),
                List.copyOf(missing));
    }

    /** Is every required slot full? */
    public boolean complete() {
        return slots.stream().allMatch(slot -> slot.slot().optional() || slot.full());
    }

    public boolean full(String slot) {
        return slots.stream().anyMatch(s -> s.slot().id().equals(slot) && s.full());
    }

    /**
     * The earlier slots that a slot waits for: required, of a lower stage, not full. A slot for one
     * target waits for none of another target's.
     */
    public List<RequestSnapshot.Slot> openBefore(RequestSnapshot.Slot slot) {
        return slots.stream()
                .filter(earlier -> !earlier.full() && !earlier.slot().optional())
                .map(SlotTally::slot)
                .filter(earlier -> earlier.stage() < slot.stage() && earlier.meets(slot))
                .toList();
    }

    public Standing standingOf(Approval approval) {
        var ending = approval.ending();
        if (ending != null) {
            return ending == Ending.WITHDRAWN ? Standing.WITHDRAWN : Standing.REVOKED;
        }
        if (slots.stream().anyMatch(slot -> slot.counting().contains(approval))) {
            return Standing.COUNTS;
        }
        if (!request.isAboutThis(approval.slot(), approval.revision(), approval.contentHash())) {
            return Standing.STALE;
        }
        return request.isTooOld(approval, at) ? Standing.EXPIRED : Standing.SURPLUS;
    }
}
