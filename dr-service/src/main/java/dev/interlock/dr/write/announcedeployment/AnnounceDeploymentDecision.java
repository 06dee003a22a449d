package dev.interlock.dr.write.announcedeployment;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.LaneDeployment;
import dev.interlock.dr.domain.LaneDeployment.Ended;
import dev.interlock.dr.events.DeploymentAnnounced;
import dev.interlock.dr.events.LaneEvent;
import java.util.Optional;

final class AnnounceDeploymentDecision {

    private AnnounceDeploymentDecision() {}

    static Decision<LaneEvent> decide(Lane lane, AnnounceDeployment command) {
        return known(lane, command).isPresent()
                ? Decision.redundant("announced already")
                : Decision.accept(
                        new DeploymentAnnounced(
                                command.newId(),
                                command.product(),
                                command.version(),
                                command.environment(),
                                lane.revision() + 1,
                                command.report()));
    }

    static Optional<LaneDeployment> known(Lane lane, AnnounceDeployment asked) {
        var command = asked.knownTo(lane);
        return lane.answeredTo(command.report())
                .or(
                        () ->
                                lane.newestFirst()
                                        .filter(d -> !(d instanceof Ended))
                                        .filter(
                                                d ->
                                                        d.trace()
                                                                .sameRun(
                                                                        command.version(),
                                                                        command.report()))
                                        .findFirst());
    }
}
