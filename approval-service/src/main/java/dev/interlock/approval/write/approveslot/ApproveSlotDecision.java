package dev.interlock.approval.write.approveslot;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Grounds;
import dev.interlock.approval.domain.Refusal.OnePersonOneSlot;
import dev.interlock.approval.domain.Refusal.RoleNotEligible;
import dev.interlock.approval.domain.Refusal.SelfApprovalForbidden;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Tally;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.RequestFullyApproved;
import dev.interlock.approval.events.SlotApproved;
import dev.interlock.approval.events.StageOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

final class ApproveSlotDecision {

    private ApproveSlotDecision() {}

    /**
     * @param eligible roles that may fill the slot, in the order in which they are credited
     * @param now by the server's clock
     */
    static Decision<ApprovalEvent> decide(
            Approvals approvals,
            ApproveSlot command,
            Approver approver,
            List<String> eligible,
            Instant now) {
        var request = command.request();
        var grounds =
                Grounds.against(
                        approvals, request, command.slot(), command.revision(), approver, now);
        if (grounds.isPresent()) {
            return new Refused<>(grounds.get());
        }
        var slot = request.slot(command.slot()).orElseThrow();
        var person = approver.human().orElseThrow();

        var standing =
                approver.persons().stream()
                        .flatMap(p -> approvals.standingOf(p, request, now).stream())
                        .findFirst();
        if (standing.isPresent()
                && standing.get().slot().equals(slot.id())
                && standing.get().person().equals(person)
                && Objects.equals(standing.get().actingFor(), approver.delegator())) {
            return new Redundant<>("approved already by " + standing.get().id());
        }
        var relation = request.barrier(slot, approver.persons());
        if (relation != null) {
            return new Refused<>(new SelfApprovalForbidden(request.id(), relation));
        }
        var role = approver.roleAmong(eligible);
        if (role.isEmpty()) {
            return new Refused<>(new RoleNotEligible(slot.id(), eligible));
        }
        if (standing.isPresent()) {
            return new Refused<>(
                    new OnePersonOneSlot(request.id(), standing.get().slot(), standing.get().id()));
        }

        var before = Tally.of(approvals, request, now);
        var approved =
                new SlotApproved(
                        command.approval(),
                        request.id(),
                        slot.id(),
                        request.revision(),
                        request.contentHash(),
                        person,
                        role.get(),
                        approver.rolesStoodFor(),
                        before.full(slot.id()),
                        command.comment(),
                        approver.groupsStoodFor().isEmpty()
                                ? null
                                : approver.groupsStoodFor().stream().sorted().toList(),
                        approver.delegator(),
                        now);
        var after = Tally.of(approvals.evolve(approved), request, now);
        var events = new ArrayList<ApprovalEvent>(List.of(approved));
        var opened = opened(before, after);
        if (!opened.isEmpty()) {
            events.add(new StageOpened(request.id(), request.revision(), opened));
        }
        if (after.complete() && !before.complete()) {
            events.add(
                    new RequestFullyApproved(
                            request.id(), request.revision(), request.contentHash()));
        }
        return new Accepted<>(List.copyOf(events));
    }

    /** The slots that had to wait before this approval, and have not now. */
    private static List<String> opened(Tally before, Tally after) {
        return after.request().slots().stream()
                .filter(slot -> !before.openBefore(slot).isEmpty())
                .filter(slot -> after.openBefore(slot).isEmpty())
                .map(RequestSnapshot.Slot::id)
                .toList();
    }
}
