package dev.interlock.benchmarks.decisions;

import dev.interlock.benchmarks.decisions.TargetRule.Demand;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.ApprovedRequest;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.Rested;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.RunsIn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Products that go through five environments, two rules for each product in each of them, and
 * questions. The same on every run.
 */
record Estate(List<TargetRule> rules, List<Question> questions) {

    static final List<String> ENVIRONMENTS =
            List.of("development", "integration", "staging", "preproduction", "production");

    private static final int VERSIONS = 4;
    private static final int DAY = 24;

    Estate {
        rules = List.copyOf(rules);
        questions = List.copyOf(questions);
    }

    /**
     * @param rules how many; a multiple of ten
     */
    static Estate withRules(int rules) {
        var random = new Random(4);
        var made = new ArrayList<TargetRule>();
        var questions = new ArrayList<Question>();
        for (int product = 0; product < rules / (2 * ENVIRONMENTS.size()); product++) {
            var name = "product-%04d".formatted(product);
            addRules(name, random, made);
            addQuestions(name, random, questions);
        }
        Collections.shuffle(questions, random);
        return new Estate(made, questions);
    }

    /** What the rules say to a question. */
    boolean expected(int question) {
        var asked = questions.get(question);
        return rules.stream()
                .filter(rule -> rule.target().equals(asked.target()))
                .allMatch(rule -> rule.demand().isMetBy(asked));
    }

    private static void addRules(String product, Random random, List<TargetRule> into) {
        for (int i = 0; i < ENVIRONMENTS.size(); i++) {
            var target = new Target(product, ENVIRONMENTS.get(i));
            Demand second =
                    i == 0 || i == 3
                            ? new Rested(1 + random.nextInt(DAY))
                            : new RunsIn(ENVIRONMENTS.get(i - 1));
            for (var demand : List.of(new ApprovedRequest(), second)) {
                into.add(new TargetRule("rule-%05d".formatted(into.size()), target, demand));
            }
        }
    }

    /** One version runs in each environment; half of the deployments asked for are approved. */
    private static void addQuestions(String product, Random random, List<Question> into) {
        var running = new HashMap<String, Integer>();
        var rested = new HashMap<String, Integer>();
        for (var environment : ENVIRONMENTS) {
            running.put(environment, random.nextInt(VERSIONS));
            rested.put(environment, random.nextInt(2 * DAY));
        }
        for (int version = 0; version < VERSIONS; version++) {
            int asked = version;
            var runsIn =
                    ENVIRONMENTS.stream()
                            .filter(e -> Objects.equals(running.get(e), asked))
                            .toList();
            for (var environment : ENVIRONMENTS) {
                into.add(
                        new Question(
                                product,
                                "%d.0.0".formatted(asked),
                                environment,
                                random.nextBoolean(),
                                runsIn,
                                rested.getOrDefault(environment, 0)));
            }
        }
    }

    /** For each target asked about, an estate with its rules and questions alone. */
    Map<Target, Estate> slices() {
        var rulesOf = new HashMap<Target, List<TargetRule>>();
        rules.forEach(r -> rulesOf.computeIfAbsent(r.target(), _ -> new ArrayList<>()).add(r));
        var asked = new HashMap<Target, List<Question>>();
        questions.forEach(q -> asked.computeIfAbsent(q.target(), _ -> new ArrayList<>()).add(q));
        var slices = new HashMap<Target, Estate>();
        asked.forEach(
                (target, of) ->
                        slices.put(
                                target, new Estate(rulesOf.getOrDefault(target, List.of()), of)));
        return slices;
    }
}
