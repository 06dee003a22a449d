package dev.interlock.benchmarks.decisions;

import dev.interlock.benchmarks.decisions.TargetRule.Demand.ApprovedRequest;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.Rested;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.RunsIn;
import dev.interlock.benchmarks.world.Chronicle;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.approval.ApprovalTypeDefinedV1;
import dev.interlock.contracts.approval.RoleGrantedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.EnvironmentRegisteredV1;
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

    private static final String HASH = "0".repeat(64);

    private final World world;
    private final List<GateQuery> queries;

    private InterlockEngine(World world, List<GateQuery> queries) {
        this.world = world;
        this.queries = queries;
    }

    static Engine of(Estate estate) {
        var chronicle = new Chronicle();
        for (var environment : Estate.ENVIRONMENTS) {
            chronicle.tell(
                    Sources.DR,
                    environment,
                    new EnvironmentRegisteredV1(
                            environment,
                            "env_" + environment,
                            environment,
                            "enforce",
                            "UTC",
                            List.of()));
        }
        chronicle.tell(
                Sources.APPROVAL, "qa", new ApprovalTypeDefinedV1("qa", "QA", List.of("qa")));
        chronicle.tell(Sources.APPROVAL, "quinn", new RoleGrantedV1("usr_quinn", "qa"));
        estate.rules().forEach(rule -> chronicle.tell(Sources.RULES, rule.id(), written(rule)));
        var deployed = new HashSet<Target>();
        for (var question : estate.questions()) {
            ran(question, deployed, chronicle);
            if (question.isApprovedRequest()) {
                requested(question, chronicle);
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
        return new RuleCreatedV1(
                rule.id(),
                1,
                rule.id(),
                "enforce",
                switch (rule.demand()) {
                    case ApprovedRequest _ -> "dr_required";
                    case RunsIn _ -> "flow";
                    case Rested _ -> "cooldown";
                },
                List.of(rule.target().product()),
                List.of(rule.target().environment()),
                List.of(),
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

    private static void requested(Question question, Chronicle chronicle) {
        var dr =
                "DR-%s-%s-%s"
                        .formatted(
                                question.getProduct(),
                                question.getVersion(),
                                question.getEnvironment());
        chronicle.tell(
                Sources.DR,
                dr,
                new DeploymentRequestCreatedV1(
                        dr,
                        dr,
                        "usr_ann",
                        1,
                        HASH,
                        new DrContents(
                                List.of(
                                        new DrContents.Item(
                                                question.getProduct(),
                                                question.getVersion(),
                                                List.of(question.getEnvironment()),
                                                1)),
                                List.of(question.getEnvironment()),
                                List.of(
                                        new DrContents.Slot(
                                                "qa", "qa", List.of(), 1, null, false, true)))));
        chronicle.tell(Sources.DR, dr, new DeploymentRequestActivatedV1(dr, 1, HASH));
        chronicle.tell(
                Sources.APPROVAL,
                dr,
                new SlotApprovedV1(
                        "apr_" + dr,
                        dr,
                        "qa",
                        1,
                        HASH,
                        "usr_quinn",
                        "qa",
                        List.of("qa"),
                        false,
                        null));
    }

    @Override
    public boolean allows(int question) {
        return Gate.decide(queries.get(question), world, Chronicle.NOW)
                        instanceof Judgement judgement
                && judgement.allowed();
    }
}
