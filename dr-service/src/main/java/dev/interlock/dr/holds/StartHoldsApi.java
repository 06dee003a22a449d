package dev.interlock.dr.holds;

import dev.interlock.contracts.dr.DeploymentRequestStarts;
import dev.interlock.contracts.dr.DeploymentRequestStarts.Part;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For approval-service, round each decision that takes an approval away. */
@RestController
class StartHoldsApi {

    private final StartHolds holds;
    private final Entities<DeploymentRequest, RequestEvent> requests;
    private final Entities<Lane, LaneEvent> lanes;

    StartHoldsApi(
            StartHolds holds,
            Entities<DeploymentRequest, RequestEvent> requests,
            Entities<Lane, LaneEvent> lanes) {
        this.holds = holds;
        this.requests = requests;
        this.lanes = lanes;
    }

    /** From its answer on nothing of the request starts, until it is released or ends by itself. */
    @PostMapping("/internal/deployment-requests/{id}/holds")
    DeploymentRequestStarts place(@PathVariable String id, Caller caller) {
        caller.requireService();
        return switch (requests.load(id)) {
            case DeploymentRequest.Unknown _ -> throw Problem.notFound("deployment request " + id);
            case DeploymentRequest.Known known -> {
                long hold = holds.place(id);
                var contents = known.details().contents();
                yield new DeploymentRequestStarts(
                        id,
                        hold,
                        contents.items().stream()
                                .flatMap(
                                        item ->
                                                item.targetsAmong(contents.environments()).stream()
                                                        .map(target -> part(id, item, target)))
                                .toList());
            }
        };
    }

    @PostMapping("/internal/deployment-requests/{id}/holds/{hold}/release")
    void release(@PathVariable String id, @PathVariable long hold, Caller caller) {
        caller.requireService();
        holds.release(id, hold);
    }

    private Part part(String dr, Contents.Item item, String target) {
        var lane = lanes.load(Pair.id(item.product(), target));
        return new Part(
                item.product(),
                item.version(),
                target,
                lane.hasStarted(dr, item.version()),
                lane.startedBy(dr, item.version()).orElse(null));
    }
}
