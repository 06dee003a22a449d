package dev.interlock.dr.write.presumefailed;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.LaneDeployment.Running;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;

final class PresumeFailedDecision {

    private PresumeFailedDecision() {}

    static Decision<LaneEvent> decide(Lane lane, PresumeFailed command) {
        return lane.find(command.deploymentId()).orElse(null) instanceof Running running
                        && running.hasLapsed(command.now())
                ? Decision.accept(
                        new DeploymentPresumedFailed(
                                running.trace().id(),
                                command.product(),
                                running.trace().version(),
                                command.environment(),
                                running.drs(),
                                lane.revision() + 1,
                                Report.bare(command.now())))
                : Decision.redundant("something was heard of it, or it has ended");
    }
}
