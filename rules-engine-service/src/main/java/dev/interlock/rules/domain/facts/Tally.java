package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Which approvals count at an instant: those that stand, of each person the first in the order of
 * the stream, and of those as many as their slot has places. approval-service counts in the same
 * way; {@code golden-tally} of contracts holds cases that both must agree on.
 */
public record Tally(List<Filled> slots) {

    /**
     * @param counting in the order of the stream
     * @param missingGroups of the groups that must be among those who approve, those that are not
     */
    public record Filled(Slot slot, List<Approval> counting, List<String> missingGroups) {

        /** How many distinct persons are still to approve, at least. */
        public int missing() {
            return Math.max(
                    Math.max(0, slot.min() - counting.size()), missingGroups.isEmpty() ? 0 : 1);
        }

        public boolean full() {
            return missing() == 0;
        }
    }

    /**
     * @param countsHere whether one that stands counts where it is asked for
     */
    public static Tally of(Request request, Instant now, BiPredicate<Slot, Approval> countsHere) {
        var standing = onePersonOneSlot(request, now);
        var slots = new ArrayList<Filled>(request.facts().slots().size());
        for (var slot : request.facts().slots()) {
            slots.add(filled(slot, standing, countsHere));
        }
        return new Tally(slots);
    }

    public boolean complete() {
        return slots.stream().allMatch(f -> f.slot().optional() || f.full());
    }

    /** The required slots of lower stages that this one waits for. */
    public List<Slot> openBefore(Slot slot) {
        return slots.stream()
                .filter(earlier -> !earlier.full() && !earlier.slot().optional())
                .map(Filled::slot)
                .filter(earlier -> earlier.stage() < slot.stage() && earlier.meets(slot))
                .toList();
    }

    private static List<Approval> onePersonOneSlot(Request request, Instant now) {
        var used = new HashSet<String>();
        var first = new ArrayList<Approval>();
        for (var approval : request.decisions().approvals()) {
            if (request.stands(approval, now)
                    && !used.contains(approval.person())
                    && !used.contains(approval.principal())) {
                used.add(approval.person());
                used.add(approval.principal());
                first.add(approval);
            }
        }
        return first;
    }

    /** Places go to one of each required group first, the others to who came first. */
    private static Filled filled(
            Slot slot, List<Approval> standing, BiPredicate<Slot, Approval> countsHere) {
        var candidates = new ArrayList<Approval>(standing.size());
        for (var approval : standing) {
            if (approval.slot().equals(slot.id()) && countsHere.test(slot, approval)) {
                candidates.add(approval);
            }
        }
        if (slot.requiredMembers().isEmpty()) {
            return new Filled(
                    slot,
                    candidates.subList(0, Math.min(slot.min(), candidates.size())),
                    List.of());
        }
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
        return new Filled(
                slot, candidates.stream().filter(chosen::contains).toList(), List.copyOf(missing));
    }
}
