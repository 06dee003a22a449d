package dev.interlock.dr.write.startdeployment;

import dev.interlock.contracts.gate.DecisionRequest;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.dr.domain.CommandRefused;
import dev.interlock.dr.domain.GateBlocks;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.LaneAnswer;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.holds.StartHolds;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.Leases;
import dev.interlock.dr.problem.DrProblems;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Answer;
import dev.interlock.eventstore.ConcurrencyConflict;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the gate and appends its answer, again if what it rests on has moved in between. */
@Component
public class Starts {

    private static final int MOST_DECISIONS = 5;

    /** Of many starts at once that are counted together, one after the other is let go. */
    private static final Duration TURNS = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Gate gate;
    private final Dispatch dispatch;
    private final Entities<Lane, LaneEvent> lanes;
    private final StartHolds holds;
    private final Leases leases;
    private final Clock clock;

    Starts(
            Gate gate,
            Dispatch dispatch,
            Entities<Lane, LaneEvent> lanes,
            StartHolds holds,
            Leases leases,
            Clock clock) {
        this.gate = gate;
        this.dispatch = dispatch;
        this.lanes = lanes;
        this.holds = holds;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * @throws Problem 503 {@code DECISION_UNAVAILABLE} when it cannot be decided: then nothing was
     *     recorded
     */
    public Started start(Start start, Caller caller) {
        return resume(start, caller).orElseGet(() -> decide(start, caller));
    }

    /** What the same run was admitted to needs no new decision. */
    private Optional<Started> resume(Start start, Caller caller) {
        var command = command(start, null, 0, caller);
        var lane = lanes.load(Pair.id(command.product(), command.environment()));
        return StartDeploymentDecision.resumed(lane, command).isPresent()
                ? append(command, caller)
                : Optional.empty();
    }

    private Started decide(Start start, Caller caller) {
        var deadline = clock.instant().plus(start.patience());
        var turns = clock.instant().plus(TURNS);
        for (int i = 0;
                i < MOST_DECISIONS
                        || clock.instant().isBefore(turns)
                        || clock.instant().isBefore(deadline);
                i++) {
            if (i > 1) {
                pause(); // what is being changed takes some milliseconds, as a rule
            }
            long released = holds.newestRelease();
            var decision = ask(start, caller, deadline);
            var appended = append(command(start, decision, released, caller), caller);
            if (appended.isPresent()) {
                return appended.get();
            }
        }
        throw unavailable(
                "the lane, or a request it is deployed by, changes faster than it can be decided"
                        + " on");
    }

    private GateDecision ask(Start start, Caller caller, Instant deadline) {
        while (true) {
            long left = Math.max(0, Duration.between(clock.instant(), deadline).toMillis());
            var target = start.target();
            var decision =
                    gate.ask(
                            new DecisionRequest(
                                    target.product(),
                                    target.version(),
                                    target.environment(),
                                    start.dr(),
                                    caller.person(),
                                    caller.actorKind(),
                                    left,
                                    start.override()));
            if (decision.isPresent()) {
                return decision.get();
            }
            if (!clock.instant().plus(PAUSE).isBefore(deadline)) {
                throw unavailable("the gate cannot decide now: nothing was started");
            }
            pause();
        }
    }

    /**
     * What stands against the target stands against any decision, whatever the environment's mode.
     */
    private static GateBlocks.@Nullable Block objection(Start start) {
        var objection = start.target().objection();
        if (objection == null) {
            return null;
        }
        var problem = DrProblems.of(objection);
        var check =
                objection instanceof Refusal.UnregisteredEnvironment ? "environment" : "version";
        return new GateBlocks.Block(check, problem.code(), problem.status(), problem.detail());
    }

    /** Empty if the lane, or a request that covers it, has moved. */
    private Optional<Started> append(StartDeployment command, Caller caller) {
        try {
            Answer<LaneAnswer> answer = dispatch.sendOrThrow(command, caller);
            return Optional.of(new Started(answer.result(), answer.position()));
        } catch (CommandRefused refused) {
            if (refused.refusal() instanceof Refusal.LaneMoved
                    || refused.refusal() instanceof Refusal.RequestsMoved) {
                return Optional.empty();
            }
            throw DrProblems.of(refused.refusal());
        } catch (ConcurrencyConflict e) {
            return Optional.empty();
        }
    }

    private StartDeployment command(
            Start start, @Nullable GateDecision decision, long releasesSeen, Caller caller) {
        var target = start.target();
        return new StartDeployment(
                "dep_" + UUID.randomUUID(),
                target.product(),
                target.version(),
                target.environment(),
                decision,
                releasesSeen,
                caller.person(),
                start.lease() == null ? leases.usual() : start.lease(),
                start.reported(),
                objection(start));
    }

    private static Problem unavailable(String detail) {
        return Problem.unavailable("DECISION_UNAVAILABLE", detail);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("the service is stopping: nothing was started");
        }
    }
}
