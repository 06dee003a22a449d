package dev.interlock.rules.read.gate;

import dev.interlock.rules.projection.RecordedWorlds;
import dev.interlock.rules.projection.RecordedWorlds.Attempt;
import dev.interlock.rules.read.gate.DecisionLog.Kept;
import dev.interlock.rules.read.gate.DecisionLog.Question;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions from where they are kept: the log of what was answered, and the record of attempts,
 * which outlives every failure, and holds what the owner of deployments made of the gate's answer.
 */
@Component
final class KeptDecisions {

    private final DecisionLog log;
    private final RecordedWorlds record;
    private final JsonMapper json;

    KeptDecisions(DecisionLog log, RecordedWorlds record, JsonMapper json) {
        this.log = log;
        this.record = record;
        this.json = json;
    }

    /** What was decided of an attempt in the end; of a check, what it was answered. */
    Optional<String> inTheEnd(String id) {
        return record.attempt(id)
                .map(attempt -> json.writeValueAsString(attempt.decision()))
                .or(() -> log.kept(id).map(Kept::body));
    }

    /** What the gate said, with its question; of what the log lost, what the attempt says of it. */
    Optional<Kept> asDecided(String id) {
        return log.kept(id).or(() -> record.attempt(id).map(this::kept));
    }

    private Kept kept(Attempt attempt) {
        var decision = attempt.decision();
        return new Kept(
                json.writeValueAsString(decision),
                new Question(decision.decidedAt(), attempt.actorKind(), attempt.deployer(), null));
    }
}
