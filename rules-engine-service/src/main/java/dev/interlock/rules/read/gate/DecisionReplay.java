package dev.interlock.rules.read.gate;

import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.edge.Problem;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.gate.Gate;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.domain.gate.Ruling.NotCovered;
import dev.interlock.rules.projection.RecordedWorlds;
import dev.interlock.rules.read.gate.DecisionLog.Kept;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decides a past question again, on the facts of then, made anew from the events on record. */
@Component
final class DecisionReplay {

    /**
     * @param same does it say today, word for word, what it said then?
     * @param differences pointers to the fields that differ; empty if it is the same
     * @param replayed what the same question on the same facts is answered today
     */
    record Replay(
            String id,
            boolean same,
            List<String> differences,
            GateDecision decision,
            GateDecision replayed) {}

    private final KeptDecisions decisions;
    private final RecordedWorlds worlds;
    private final GateAnswers answers;
    private final JsonMapper json;

    DecisionReplay(
            KeptDecisions decisions,
            RecordedWorlds worlds,
            Environment environment,
            JsonMapper json) {
        this.decisions = decisions;
        this.worlds = worlds;
        this.answers = new GateAnswers(environment.getRequiredProperty("interlock.public-url"));
        this.json = json;
    }

    /**
     * @throws Problem 404; 409 {@code DECISION_NOT_REPLAYABLE} if it was kept without its question
     */
    Replay replay(String id) {
        var kept = decisions.asDecided(id).orElseThrow(() -> Problem.notFound("decision " + id));
        var decision = json.readValue(kept.body(), GateDecision.class);
        var replayed = again(decision, kept);
        var differences = new ArrayList<String>();
        var now = json.readTree(json.writeValueAsString(replayed));
        compare("", json.readTree(kept.body()), now, differences);
        return new Replay(id, differences.isEmpty(), List.copyOf(differences), decision, replayed);
    }

    private GateDecision again(GateDecision decision, Kept kept) {
        var question = kept.question();
        if (question == null) {
            throw notReplayable(decision.id(), "was kept without all of its question");
        }
        var world = worlds.at(decision.asOf());
        for (var seen : decision.asOf().entrySet()) {
            if (world.position(seen.getKey()) < seen.getValue()) {
                throw notReplayable(
                        decision.id(),
                        "rests on %s up to %d, and the record ends at %d"
                                .formatted(
                                        seen.getKey(),
                                        seen.getValue(),
                                        world.position(seen.getKey())));
            }
        }
        var query =
                new GateQuery(
                        decision.product(),
                        decision.version(),
                        decision.environment(),
                        decision.dr(),
                        question.deployer(),
                        question.actorKind(),
                        question.override());
        return switch (Gate.decide(query, world, question.judgedAt())) {
            case NotCovered(_, var detail) -> throw notReplayable(decision.id(), detail);
            case Judgement judgement ->
                    answers.answer(decision.id(), judgement, decision.asOf(), decision.decidedAt());
        };
    }

    private static Problem notReplayable(String id, String why) {
        return Problem.of(409, "DECISION_NOT_REPLAYABLE", "decision " + id + " " + why);
    }

    private static void compare(
            String pointer, JsonNode then, JsonNode now, List<String> differences) {
        if (then.isObject() && now.isObject()) {
            then.propertyNames()
                    .forEach(
                            name ->
                                    compare(
                                            pointer + "/" + name,
                                            then.path(name),
                                            now.path(name),
                                            differences));
            now.propertyNames().stream()
                    .filter(name -> !then.has(name))
                    .forEach(name -> differences.add(pointer + "/" + name));
        } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
            for (int i = 0; i < then.size(); i++) {
                compare(pointer + "/" + i, then.path(i), now.path(i), differences);
            }
        } else if (!then.equals(now)) {
            differences.add(pointer);
        }
    }
}
