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
import java.time.Clock;
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
    private final Clock clock;

    RequestApprovalsApi(
            DeploymentRequests requests, EventReader events, Approvers approvers, Clock clock) {
        this.requests = requests;
        this.events = events;
        this.approvers = approvers;
        this.clock = clock;
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
        var now = clock.instant();
        var tally = Tally.of(approvals, request, now);
        return new RequestApprovals(
                dr,
                Tally.expired(approvals, request, now)
                                && request.open()
                                && approvals.veto(request).isEmpty()
                        ? RequestSnapshot.EXPIRED
                        : request.state(),
                request.revision(),
                request.contentHash(),
                tally.complete(),
                request.requestExpiresAt(),
                approvals.veto(request).map(Approvals.Rejection::id).orElse(null),
                tally.slots().stream().map(slot -> status(slot, tally, approvals)).toList(),
                history.decisions(request, approvers.names(history.people()), now));
    }

    private SlotStatus status(SlotTally filled, Tally tally, Approvals approvals) {
        var slot = filled.slot();
        var eligible =
                new ApprovalType.Defined(slot.type(), slot.type(), approvers.rolesOf(slot.type()))
                        .eligibleRoles(slot.roles());
        var waitsFor = tally.openBefore(slot).stream().map(RequestSnapshot.Slot::id).toList();
        return new SlotStatus(
                slot.id(),
                slot.type(),
                slot.environment(),
                slot.optional(),
                slot.veto(),
                slot.stage(),
                waitsFor,
                slot.min(),
                filled.counting().size(),
                filled.missing(),
                slot.requiredMembers(),
                filled.missingGroups(),
                filled.surplus().size(),
                slot.stillEligible(),
                slot.approvalValidFor(),
                new WhoCan(
                        eligible,
                        filled.full() || !waitsFor.isEmpty()
                                ? List.of()
                                : approvers
                                        .holding(eligible, tally.request().placesOf(slot))
                                        .stream()
                                        .filter(p -> free(p.id(), slot, tally, approvals))
                                        .toList()));
    }

    private static boolean free(
            String person, RequestSnapshot.Slot slot, Tally tally, Approvals approvals) {
        var request = tally.request();
        return request.barrier(slot, List.of(person)) == null
                && approvals.standingOf(person, request, tally.at()).isEmpty();
    }
}
