package dev.interlock.dr.write.extendlease;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.LaneDeployment;
import dev.interlock.dr.domain.LaneDeployment.Announced;
import dev.interlock.dr.domain.LaneDeployment.Ended;
import dev.interlock.dr.domain.LaneDeployment.PresumedFailed;
import dev.interlock.dr.domain.LaneDeployment.Running;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.DeploymentLeaseExtended;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;

final class ExtendLeaseDecision {

    private ExtendLeaseDecision() {}

    /** A runner that is told that it does not run any more has lost the lane, and should stop. */
    static Decision<LaneEvent> decide(Lane lane, ExtendLease command) {
        var deployment = lane.find(command.deploymentId()).orElse(null);
        return switch (deployment) {
            case null -> Decision.refuse(new Refusal.Unknown("deployment", command.deploymentId()));
            case Running running -> extend(lane, running, command);
            case Announced _, PresumedFailed _, Ended _ -> notRunning(deployment);
        };
    }

    private static Decision<LaneEvent> notRunning(LaneDeployment deployment) {
        return Decision.refuse(
                new Refusal.NotRunning(deployment.trace().id(), deployment.status()));
    }

    /** One whose lease has ended goes on as long as nobody else has taken note of that. */
    private static Decision<LaneEvent> extend(Lane lane, Running running, ExtendLease command) {
        var until = command.now().plus(command.lease());
        var before = running.leaseUntil();
        if (before != null && !before.isBefore(until)) {
            return Decision.redundant("it is longer already");
        }
        return Decision.accept(
                new DeploymentLeaseExtended(
                        running.trace().id(),
                        command.product(),
                        running.trace().version(),
                        command.environment(),
                        until,
                        lane.revision() + 1,
                        Report.bare(command.now())));
    }
}
