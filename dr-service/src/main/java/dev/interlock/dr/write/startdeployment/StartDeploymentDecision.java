package dev.interlock.dr.write.startdeployment;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.GateBlocks;
import dev.interlock.dr.domain.GateBlocks.Block;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Lane.Admission;
import dev.interlock.dr.domain.LaneDeployment;
import dev.interlock.dr.domain.LaneDeployment.Announced;
import dev.interlock.dr.domain.LaneDeployment.Ended;
import dev.interlock.dr.domain.LaneDeployment.PresumedFailed;
import dev.interlock.dr.domain.LaneDeployment.Running;
import dev.interlock.dr.domain.Outcome;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.DeploymentRefused;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.DeploymentTakenOver;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate decides; the lane only makes sure that what it decided on is still so, and that nothing
 * is admitted twice.
 */
final class StartDeploymentDecision {

    private static final String SPENT = "ADMISSION_SPENT";

    private StartDeploymentDecision() {}

    static Decision<LaneEvent> decide(Lane lane, StartDeployment asked) {
        var command = asked.knownTo(lane);
        if (command.objection() != null) {
            return ask(lane, command);
        }
        if (admittedBefore(lane, command).isPresent()) {
            return Decision.redundant("the same start was admitted before");
        }
        return ownRunning(lane, command)
                .map(running -> takeOver(lane, running, command))
                .orElseGet(() -> ask(lane, command));
    }

    /** The deployment this start leads to without asking the gate; empty if it must be asked. */
    static Optional<LaneDeployment> resumed(Lane lane, StartDeployment asked) {
        var command = asked.knownTo(lane);
        return command.objection() != null
                ? Optional.empty()
                : admittedBefore(lane, command).or(() -> ownRunning(lane, command));
    }

    /** A failed or aborted one has given its admission back: that start is decided afresh. */
    private static Optional<LaneDeployment> admittedBefore(Lane lane, StartDeployment command) {
        return lane.answeredTo(command.report())
                .filter(
                        deployment ->
                                switch (deployment) {
                                    case Running _ -> true;
                                    case Ended(_, var outcome) -> outcome == Outcome.COMPLETED;
                                    case PresumedFailed _, Announced _ -> false;
                                });
    }

    private static Optional<LaneDeployment> ownRunning(Lane lane, StartDeployment command) {
        return lane.newestFirst()
                .filter(Running.class::isInstance)
                .filter(d -> d.trace().sameRun(command.version(), command.report()))
                .filter(d -> d.trace().precedes(command.report()))
                .findFirst();
    }

    private static Decision<LaneEvent> takeOver(
            Lane lane, LaneDeployment running, StartDeployment command) {
        return Decision.accept(
                new DeploymentTakenOver(
                        running.trace().id(),
                        command.product(),
                        command.version(),
                        command.environment(),
                        lane.revision() + 1,
                        command.leaseUntil(),
                        command.report()));
    }

    private static Decision<LaneEvent> ask(Lane lane, StartDeployment command) {
        var decision = command.decision();
        if (decision == null) {
            return moved(lane, command);
        }
        var objection = command.objection();
        if (objection != null) {
            return refuse(command, objection, decision);
        }
        if (!decision.allowed()) {
            return refuse(command, decision);
        }
        if (decision.laneRevision() != lane.revision()) {
            return moved(lane, command);
        }
        var events = new ArrayList<LaneEvent>(presumedFailed(lane, command));
        var free = lane;
        for (var lost : events) {
            free = free.evolve(lost);
        }
        if (decision.mode() == Finding.Mode.ENFORCE) {
            var guarded = guard(free, command, decision);
            if (guarded.isPresent()) {
                return refuse(command, guarded.get(), decision);
            }
        }
        events.add(
                new DeploymentStarted(
                        announced(lane, command).orElse(command.newId()),
                        command.product(),
                        command.version(),
                        command.environment(),
                        decision.deploymentRequests(),
                        decision,
                        free.revision() + 1,
                        command.deployer(),
                        command.leaseUntil(),
                        command.report()));
        return new Decision.Accepted<>(List.copyOf(events));
    }

    /** Of what runs here, as far as is known, that of which nothing was heard for too long. */
    private static List<LaneEvent> presumedFailed(Lane lane, StartDeployment command) {
        var lost = new ArrayList<LaneEvent>();
        for (var running : lane.running()) {
            if (running.hasLapsed(command.report().at())) {
                lost.add(
                        new DeploymentPresumedFailed(
                                running.trace().id(),
                                command.product(),
                                running.trace().version(),
                                command.environment(),
                                running.drs(),
                                lane.revision() + lost.size() + 1,
                                Report.bare(command.report().at())));
            }
        }
        return lost;
    }

    /**
     * Whatever the gate has seen: one deployment at a time, and each admission once, unless an
     * override has lifted that.
     */
    private static Optional<Block> guard(
            Lane lane, StartDeployment command, GateDecision decision) {
        if (!lane.running().isEmpty()) {
            var running = lane.running().getLast().trace();
            return Optional.of(
                    new Block(
                            "lane",
                            "DEPLOYMENT_IN_PROGRESS",
                            409,
                            "%s %s is being deployed to %s by %s"
                                    .formatted(
                                            command.product(),
                                            running.version(),
                                            command.environment(),
                                            running.id())));
        }
        if (hasLifted(SPENT, decision)) {
            return Optional.empty();
        }
        return decision.deploymentRequests().stream()
                .filter(dr -> lane.spent().contains(new Admission(dr, command.version())))
                .findFirst()
                .map(
                        dr ->
                                new Block(
                                        "admission",
                                        SPENT,
                                        409,
                                        "%s has deployed %s %s to %s already"
                                                .formatted(
                                                        dr,
                                                        command.product(),
                                                        command.version(),
                                                        command.environment())));
    }

    /** An allowed start with such a failure has been let go by an override. */
    private static boolean hasLifted(String code, GateDecision decision) {
        return decision.findings().stream()
                .anyMatch(
                        f ->
                                f.code().equals(code)
                                        && f.outcome() == Finding.Outcome.FAILED
                                        && f.mode() == Finding.Mode.ENFORCE);
    }

    private static Optional<String> announced(Lane lane, StartDeployment command) {
        return lane.newestFirst()
                .filter(Announced.class::isInstance)
                .filter(d -> d.trace().sameRun(command.version(), command.report()))
                .map(d -> d.trace().id())
                .findFirst();
    }

    private static Decision<LaneEvent> refuse(
            StartDeployment command, Block block, GateDecision decision) {
        return refuse(command, GateBlocks.block(decision, block, command.newId()));
    }

    private static Decision<LaneEvent> refuse(StartDeployment command, GateDecision decision) {
        return Decision.accept(
                new DeploymentRefused(
                        command.newId(),
                        command.product(),
                        command.version(),
                        command.environment(),
                        decision,
                        command.deployer(),
                        command.report()));
    }

    private static Decision<LaneEvent> moved(Lane lane, StartDeployment command) {
        return Decision.refuse(
                new Refusal.LaneMoved(
                        Pair.id(command.product(), command.environment()), lane.revision()));
    }
}
