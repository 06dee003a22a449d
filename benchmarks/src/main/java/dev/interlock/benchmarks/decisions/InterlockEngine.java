package dev.interlock.benchmarks.decisions;

import dev.interlock.benchmarks.decisions.TargetRule.Demand.ApprovedRequest;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.Rested;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.RunsIn;
import dev.interlock.benchmarks.world.Chronicle;
import dev.interlock.benchmarks.world.Messages;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.rules.RuleCreatedV1;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.gate.Gate;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.projection.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * The gate's own function on a world made of messages: it finds the facts by itself, runs its
 * built-in checks and explains every finding, as in production.
 */
final class InterlockEngine implements Engine {

    private final World world;
    private final List<GateQuery> queries;

    private InterlockEngine(World world, List<GateQuery> queries) {
        this.world = world;
        this.queries = queries;
    }

    static Engine of(Estate estate) {
        var chronicle = Chronicle.of(Estate.ENVIRONMENTS);
        estate.rules().forEach(rule -> chronicle.tell(Sources.RULES, rule.id(), written(rule)));
        var deployed = new HashSet<Target>();
        int requests = 0;
        for (var question : estate.questions()) {
            ran(question, deployed, chronicle);
            if (question.isApprovedRequest()) {
                chronicle.approvedRequest(
                        "DR-" + requests++,
                        question.getProduct(),
                        question.getVersion(),
                        question.getEnvironment());
            }
        }
        return new InterlockEngine(
                chronicle.world(),
                estate.questions().stream()
                        .map(
                                q ->
                                        new GateQuery(
                                                q.getProduct(),
                                                q.getVersion(),
                                                q.getEnvironment(),
                                                null,
                                                null,
                                                "ci"))
                        .toList());
    }

    private static RuleCreatedV1 written(TargetRule rule) {
        return Messages.rule(
                rule.id(),
                switch (rule.demand()) {
                    case ApprovedRequest _ -> "dr_required";
                    case RunsIn _ -> "flow";
                    case Rested _ -> "cooldown";
                },
                List.of(rule.target().product()),
                rule.target().environment(),
                switch (rule.demand()) {
                    case ApprovedRequest _ -> "{}";
                    case RunsIn(var environment) ->
                            "{\"environments\":[\"%s\"]}".formatted(environment);
                    case Rested(var hours) -> "{\"minimum\":\"PT%dH\"}".formatted(hours);
                });
    }

    /** Where it runs it was the last to be deployed. */
    private static void ran(Question question, HashSet<Target> deployed, Chronicle chronicle) {
        if (!question.getRunsIn().contains(question.getEnvironment())
                || !deployed.add(question.target())) {
            return;
        }
        chronicle.tell(
                Sources.DR,
                Chronicle.NOW.minus(Duration.ofHours(question.getRestedHours())),
                question.getProduct() + "@" + question.getEnvironment(),
                new DeploymentCompletedV1(
                        "dep_" + deployed.size(),
                        question.getProduct(),
                        question.getVersion(),
                        question.getEnvironment(),
                        false,
                        List.of(),
                        1));
    }

    @Override
    public boolean allows(int question) {
        return Gate.decide(queries.get(question), world, Chronicle.NOW)
                        instanceof Judgement judgement
                && judgement.allowed();
    }
}
