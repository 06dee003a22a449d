package dev.interlock.approval.read.requestapprovals;

import dev.interlock.approval.deploymentrequests.DeploymentRequests;
import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Tally;
import dev.interlock.approval.domain.Tally.SlotTally;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.read.requestapprovals.History.Fact;
import dev.interlock.approval.read.requestapprovals.SlotStatus.WhoCan;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.EventReader;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the stream itself: nothing to rebuild, nothing to lag behind. */
@RestController
final class RequestApprovalsApi {

    private final DeploymentRequests requests;
    private final EventReader events;
    private final Approvers approvers;

    RequestApprovalsApi(DeploymentRequests requests, EventReader events, Approvers approvers) {
        this.requests = requests;
        this.events = events;
        this.approvers = approvers;
    }

    @GetMapping("/v1/deployment-requests/{dr}/approvals")
    RequestApprovals get(@PathVariable String dr, Caller caller) {
        caller.require(Permission.READ);
        var request = requests.get(dr);
        var history =
                new History(
                        events.ofEntity(ApprovalEvent.ENTITY, dr).stream()
                                .map(
                                        stored ->
                                                new Fact(
                                                        stored.occurrence(),
                                                        (ApprovalEvent) events.decode(stored)))
                                .toList());
        var approvals = history.approvals();
        var tally = Tally.of(approvals, request);
        return new RequestApprovals(
                dr,
                request.state(),
                request.revision(),
                request.contentHash(),
                tally.complete(),
                approvals.veto(request).map(Approvals.Rejection::id).orElse(null),
                tally.slots().stream().map(slot -> status(slot, approvals, request)).toList(),
                history.decisions(request, approvers.names(history.people())));
    }

    private SlotStatus status(SlotTally tally, Approvals approvals, RequestSnapshot request) {
        var slot = tally.slot();
        var eligible =
                new ApprovalType.Defined(slot.type(), slot.type(), approvers.rolesOf(slot.type()))
                        .eligibleRoles(slot.roles());
        return new SlotStatus(
                slot.id(),
                slot.type(),
                slot.environment(),
                slot.optional(),
                slot.veto(),
                slot.min(),
                tally.counting().size(),
                tally.missing(),
                new WhoCan(
                        eligible,
                        tally.full()
                                ? List.of()
                                : approvers.holding(eligible, request.placesOf(slot)).stream()
                                        .filter(p -> free(p.id(), slot, approvals, request))
                                        .toList()));
    }

    private static boolean free(
            String person,
            RequestSnapshot.Slot slot,
            Approvals approvals,
            RequestSnapshot request) {
        boolean barred = request.relationOf(person) != null && request.separatesDuties(slot);
        return !barred && approvals.standingOf(person, request).isEmpty();
    }
}
