package dev.interlock.dr.read.requests;

import dev.interlock.contracts.dr.DeploymentRequestStarts;
import dev.interlock.contracts.dr.DeploymentRequestStarts.Part;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What has started of a deployment request: whether withdrawing an approval can stop anything. */
@RestController
class RequestStartsApi {

    private final Entities<DeploymentRequest, RequestEvent> requests;
    private final Entities<Lane, LaneEvent> lanes;

    RequestStartsApi(
            Entities<DeploymentRequest, RequestEvent> requests, Entities<Lane, LaneEvent> lanes) {
        this.requests = requests;
        this.lanes = lanes;
    }

    @GetMapping("/internal/deployment-requests/{id}/starts")
    DeploymentRequestStarts starts(@PathVariable String id, Caller caller) {
        if (!caller.isService()) {
            caller.require(Permission.READ);
        }
        return switch (requests.load(id)) {
            case DeploymentRequest.Unknown _ -> throw Problem.notFound("deployment request " + id);
            case DeploymentRequest.Known known ->
                    new DeploymentRequestStarts(
                            id,
                            known.details().contents().items().stream()
                                    .flatMap(item -> parts(id, item, known.details().contents()))
                                    .toList());
        };
    }

    private Stream<Part> parts(String dr, Contents.Item item, Contents contents) {
        List<String> targets = item.targetsAmong(contents.environments());
        return targets.stream().map(target -> part(dr, item, target));
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
