package dev.interlock.approval.read.requestapprovals;

import dev.interlock.approval.deploymentrequests.DeploymentRequests;
import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Tally;
import dev.interlock.approval.domain.Tally.SlotTally;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.contracts.approval.RequestTally;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Instants;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the owner of deployment requests, who records that one has expired. */
@RestController
final class RequestTallyApi {

    private final DeploymentRequests requests;
    private final Entities<Approvals, ApprovalEvent> approvals;

    RequestTallyApi(DeploymentRequests requests, Entities<Approvals, ApprovalEvent> approvals) {
        this.requests = requests;
        this.approvals = approvals;
    }

    /**
     * @param at only decisions made before it are looked at
     */
    @GetMapping("/internal/deployment-requests/{dr}/tally")
    RequestTally tally(@PathVariable String dr, @RequestParam String at, Caller caller) {
        caller.requireService();
        var instant = Instants.parse(at).orElseThrow(() -> Problem.invalid("?at", "is no time"));
        var request = requests.get(dr);
        var tally = Tally.of(approvals.load(dr).asOf(instant), request, instant);
        return new RequestTally(
                dr,
                request.revision(),
                instant,
                tally.complete(),
                tally.slots().stream()
                        .filter(s -> !s.slot().optional() && !s.full())
                        .map(SlotTally::slot)
                        .map(slot -> slot.id())
                        .toList());
    }
}
