package dev.interlock.approval.write.rejectslot;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Grounds;
import dev.interlock.approval.domain.Refusal.RoleNotEligible;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.SlotRejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Separation of duties does not bind here: an author who rejects lets nothing pass. An approval of
 * the same slot by the same person falls with the rejection, so that nobody says yes and no.
 */
final class RejectSlotDecision {

    private RejectSlotDecision() {}

    /**
     * @param eligible roles that may decide on the slot, in the order in which they are credited
     * @param now by the server's clock
     */
    static Decision<ApprovalEvent> decide(
            Approvals approvals,
            RejectSlot command,
            Approver approver,
            List<String> eligible,
            Instant now) {
        var request = command.request();
        var repeated =
                approver.human()
                        .flatMap(p -> approvals.rejectionOf(p, command.slot(), request))
                        .filter(r -> r.revision() == command.revision());
        var standing =
                approver.human().stream()
                        .flatMap(_ -> approver.persons().stream())
                        .flatMap(p -> approvals.standingOf(p, request, now).stream())
                        .filter(a -> a.slot().equals(command.slot()))
                        .distinct()
                        .toList();
        if (repeated.isPresent() && standing.isEmpty()) {
            return new Redundant<>("rejected already by " + repeated.get().id());
        }
        var grounds =
                Grounds.against(
                        approvals, request, command.slot(), command.revision(), approver, now);
        if (grounds.isPresent()) {
            return new Refused<>(grounds.get());
        }
        var slot = request.slot(command.slot()).orElseThrow();
        var person = approver.human().orElseThrow();
        var role = approver.roleAmong(eligible);
        if (role.isEmpty()) {
            return new Refused<>(new RoleNotEligible(slot.id(), eligible));
        }

        var events = new ArrayList<ApprovalEvent>();
        standing.forEach(
                approval ->
                        events.add(
                                new ApprovalWithdrawn(
                                        approval.id(),
                                        request.id(),
                                        approval.slot(),
                                        approval.person(),
                                        "rejected by the same person",
                                        now)));
        events.add(
                new SlotRejected(
                        command.rejection(),
                        request.id(),
                        slot.id(),
                        request.revision(),
                        request.contentHash(),
                        person,
                        role.get(),
                        approver.rolesStoodFor(),
                        slot.veto(),
                        command.comment(),
                        approver.delegator()));
        return new Accepted<>(List.copyOf(events));
    }
}
