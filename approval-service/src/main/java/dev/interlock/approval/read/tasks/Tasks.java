package dev.interlock.approval.read.tasks;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Tally;
import dev.interlock.approval.domain.Tally.SlotTally;
import dev.interlock.approval.read.tasks.OpenApprovals.OpenRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which slots of one open deployment request somebody can decide on. Pure. */
final class Tasks {

    private Tasks() {}

    /** Who asks, in one name, with the roles that hold for a slot. */
    interface Decider {

        Approver on(RequestSnapshot request, RequestSnapshot.Slot slot);

        List<String> eligibleRoles(RequestSnapshot.Slot slot);
    }

    static List<Task> of(OpenRequest open, Decider decider, Instant now) {
        var request = open.request();
        var approvals = open.approvals();
        if (!request.open()
                || approvals.veto(request).isPresent()
                || Tally.expired(approvals, request, now)) {
            return List.of();
        }
        var tally = Tally.of(approvals, request, now);
        var tasks = new ArrayList<Task>();
        for (var filled : tally.slots()) {
            var slot = filled.slot();
            if (!filled.full() && tally.openBefore(slot).isEmpty()) {
                var approver = decider.on(request, slot);
                if (approver.roleAmong(decider.eligibleRoles(slot)).isPresent()
                        && helps(approver, filled)
                        && isFree(approver, slot, tally, approvals)) {
                    tasks.add(
                            new Task(
                                    request.id(),
                                    request.title(),
                                    slot.id(),
                                    slot.type(),
                                    slot.environment(),
                                    slot.stage(),
                                    request.revision(),
                                    since(open, tally, slot),
                                    approver.delegator(),
                                    Task.Links.of(request.id())));
                }
            }
        }
        return tasks;
    }

    /** Only members help when all that is missing is a member. */
    private static boolean helps(Approver approver, SlotTally filled) {
        return filled.counting().size() < filled.slot().min()
                || filled.missingGroups().stream().anyMatch(approver.groupsStoodFor()::contains);
    }

    private static boolean isFree(
            Approver approver, RequestSnapshot.Slot slot, Tally tally, Approvals approvals) {
        var request = tally.request();
        var delegator = approver.actingFor();
        return request.barrier(slot, approver.persons()) == null
                && (delegator == null
                        || delegator.delegations().stream()
                                .anyMatch(d -> d.isActive(tally.at()) && d.covers(request, slot)))
                && approver.persons().stream()
                        .allMatch(
                                p ->
                                        approvals.standingOf(p, request, tally.at()).isEmpty()
                                                && approvals
                                                        .rejectionOf(p, slot.id(), request)
                                                        .isEmpty());
    }

    /** When it was activated or edited, or when the last earlier stage was filled if later. */
    private static Instant since(OpenRequest open, Tally tally, RequestSnapshot.Slot slot) {
        return tally.slots().stream()
                .filter(
                        earlier ->
                                earlier.slot().stage() < slot.stage()
                                        && !earlier.slot().optional()
                                        && earlier.slot().meets(slot))
                .flatMap(earlier -> earlier.counting().stream())
                .map(Approvals.Approval::at)
                .filter(open.since()::isBefore)
                .max(Instant::compareTo)
                .orElse(open.since());
    }
}
