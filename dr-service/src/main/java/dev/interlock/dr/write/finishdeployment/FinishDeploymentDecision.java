package dev.interlock.dr.write.finishdeployment;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.LaneDeployment;
import dev.interlock.dr.domain.LaneDeployment.Announced;
import dev.interlock.dr.domain.LaneDeployment.Ended;
import dev.interlock.dr.domain.LaneDeployment.PresumedFailed;
import dev.interlock.dr.domain.LaneDeployment.Running;
import dev.interlock.dr.domain.Outcome;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.DeploymentAborted;
import dev.interlock.dr.events.DeploymentCompleted;
import dev.interlock.dr.events.DeploymentFailed;
import dev.interlock.dr.events.LaneEvent;
import java.util.List;
import java.util.Optional;

/** What ran there is a fact, admitted or not: a pipeline's report is noted, never refused. */
final class FinishDeploymentDecision {

    private FinishDeploymentDecision() {}

    static Decision<LaneEvent> decide(Lane lane, FinishDeployment asked) {
        var command = asked.knownTo(lane);
        var id = command.deploymentId();
        return id == null ? byReport(lane, command) : byId(lane, command, id);
    }

    private static Decision<LaneEvent> byId(Lane lane, FinishDeployment command, String id) {
        return lane.find(id)
                .map(deployment -> finish(lane, deployment, command))
                .orElseGet(() -> Decision.refuse(new Refusal.Unknown("deployment", id)));
    }

    private static Decision<LaneEvent> finish(
            Lane lane, LaneDeployment deployment, FinishDeployment command) {
        return switch (deployment) {
            case Running(var trace, var drs, _) ->
                    Decision.accept(ended(lane, command, trace.id(), false, drs));
            // it was only presumed: what is heard now is what became of it
            case PresumedFailed(var trace, var drs) ->
                    Decision.accept(ended(lane, command, trace.id(), false, drs));
            case Announced(var trace) ->
                    Decision.accept(ended(lane, command, trace.id(), true, List.of()));
            case Ended(_, var outcome) when outcome == command.outcome() ->
                    Decision.redundant("ended so already");
            case Ended(var trace, var outcome) ->
                    Decision.refuse(new Refusal.NotRunning(trace.id(), outcome.word()));
        };
    }

    private static Decision<LaneEvent> byReport(Lane lane, FinishDeployment command) {
        if (heardBefore(lane, command).isPresent()) {
            return Decision.redundant("reported already");
        }
        return meant(lane, command)
                .map(deployment -> finish(lane, deployment, command))
                .orElseGet(
                        () ->
                                Decision.accept(
                                        ended(lane, command, command.newId(), true, List.of())));
    }

    /** The deployment that needs no further word about this. */
    static Optional<LaneDeployment> heardBefore(Lane lane, FinishDeployment asked) {
        var command = asked.knownTo(lane);
        var open = lane.newestFirst().filter(d -> meant(d, command)).findFirst();
        return lane.answeredTo(command.report())
                .or(
                        () ->
                                open.isPresent()
                                        ? Optional.empty()
                                        : lane.newestFirst()
                                                .filter(d -> endedSo(d, command))
                                                .findFirst());
    }

    private static boolean endedSo(LaneDeployment deployment, FinishDeployment command) {
        return deployment instanceof Ended(var trace, var outcome)
                && outcome == command.outcome()
                && trace.sameRun(command.version(), command.report());
    }

    /** Runs before announcements, newest first. */
    private static Optional<LaneDeployment> meant(Lane lane, FinishDeployment command) {
        return lane.newestFirst()
                .filter(Running.class::isInstance)
                .filter(d -> meant(d, command))
                .findFirst()
                .or(() -> lane.newestFirst().filter(d -> meant(d, command)).findFirst());
    }

    /**
     * The run that names itself means its own deployment: the failure of a refused second run must
     * not free the lane that the first one holds. A report that names no run means one of a
     * nameless run, and a completion any that runs this version.
     */
    private static boolean meant(LaneDeployment deployment, FinishDeployment command) {
        var trace = deployment.trace();
        return switch (deployment) {
            case Ended _ -> false;
            case Running _, PresumedFailed _, Announced _
                    when !trace.version().equals(command.version()) ->
                    false;
            case Running _, PresumedFailed _, Announced _ when command.report().run() != null ->
                    trace.sameRun(command.version(), command.report());
            case Running _, PresumedFailed _ ->
                    trace.run() == null || command.outcome() == Outcome.COMPLETED;
            case Announced _ -> trace.run() == null;
        };
    }

    private static LaneEvent ended(
            Lane lane, FinishDeployment c, String id, boolean ungated, List<String> drs) {
        long revision = lane.revision() + 1;
        return switch (c.outcome()) {
            case COMPLETED ->
                    new DeploymentCompleted(
                            id,
                            c.product(),
                            c.version(),
                            c.environment(),
                            ungated,
                            drs,
                            revision,
                            c.report());
            case FAILED ->
                    new DeploymentFailed(
                            id,
                            c.product(),
                            c.version(),
                            c.environment(),
                            drs,
                            revision,
                            c.report());
            case ROLLED_BACK ->
                    throw new IllegalArgumentException(
                            "no run ends rolled back: it has ended before");
            case ABORTED ->
                    new DeploymentAborted(
                            id,
                            c.product(),
                            c.version(),
                            c.environment(),
                            drs,
                            revision,
                            c.report());
        };
    }
}
