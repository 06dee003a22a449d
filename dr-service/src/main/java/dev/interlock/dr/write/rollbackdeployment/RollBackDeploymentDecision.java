package dev.interlock.dr.write.rollbackdeployment;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Lane.Ran;
import dev.interlock.dr.domain.LaneDeployment;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.DeploymentRolledBack;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;

/** Only what runs can be undone; whatever completed before it, of another version, runs again. */
final class RollBackDeploymentDecision {

    private RollBackDeploymentDecision() {}

    static Decision<LaneEvent> decide(Lane lane, RollBackDeployment command) {
        var id = command.deploymentId();
        var current = lane.ranLast(0).filter(ran -> ran.deploymentId().equals(id));
        if (current.isPresent()) {
            return Decision.accept(rolledBack(lane, current.get(), command));
        }
        var status = lane.find(id).map(LaneDeployment::status);
        if (status.isEmpty()) {
            return Decision.refuse(new Refusal.Unknown("deployment", id));
        }
        return status.get().equals("rolled_back")
                ? Decision.redundant("rolled back already")
                : Decision.refuse(
                        new Refusal.NotCurrent(
                                id,
                                Pair.id(command.product(), command.environment()),
                                status.get()));
    }

    private static LaneEvent rolledBack(Lane lane, Ran current, RollBackDeployment command) {
        var before = lane.ranLast(1);
        return new DeploymentRolledBack(
                current.deploymentId(),
                command.product(),
                current.version(),
                command.environment(),
                before.map(Ran::version).orElse(null),
                before.map(Ran::deploymentId).orElse(null),
                lane.spentFor(current.version()),
                command.reason(),
                lane.revision() + 1,
                Report.bare(command.now()));
    }
}
