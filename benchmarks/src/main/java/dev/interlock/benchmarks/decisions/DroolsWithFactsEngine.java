package dev.interlock.benchmarks.decisions;

import dev.interlock.benchmarks.decisions.Known.Approved;
import dev.interlock.benchmarks.decisions.Known.LastDeployed;
import dev.interlock.benchmarks.decisions.Known.Runs;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.ApprovedRequest;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.Rested;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.RunsIn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/**
 * Drools with Interlock's task: the facts are in its memory, where the rules find those that belong
 * to a question, and each that blocks says why.
 */
final class DroolsWithFactsEngine implements Engine {

    private final KieSession session;
    private final List<Question> questions;
    private final Verdict verdict = new Verdict();

    private DroolsWithFactsEngine(KieSession session, List<Question> questions) {
        this.session = session;
        this.questions = questions;
        session.setGlobal("verdict", verdict);
    }

    static Engine of(Estate estate) {
        var rules = new KieHelper();
        var imports =
                Stream.of(
                                Question.class,
                                Verdict.class,
                                Approved.class,
                                Runs.class,
                                LastDeployed.class)
                        .map(type -> "import " + type.getCanonicalName() + "\n")
                        .collect(Collectors.joining());
        rules.addContent(
                "package dev.interlock.benchmarks.generated\n"
                        + imports
                        + "global Verdict verdict\n"
                        + estate.rules().stream()
                                .map(DroolsWithFactsEngine::text)
                                .collect(Collectors.joining()),
                ResourceType.DRL);
        var session = rules.build(ExecutableModelProject.class).newKieSession();
        facts(estate).forEach(session::insert);
        return new DroolsWithFactsEngine(session, estate.questions());
    }

    private static Set<Known> facts(Estate estate) {
        var facts = new HashSet<Known>();
        for (var asked : estate.questions()) {
            var product = asked.getProduct();
            var version = asked.getVersion();
            if (asked.isApprovedRequest()) {
                facts.add(new Approved(product, version, asked.getEnvironment()));
            }
            asked.getRunsIn().forEach(where -> facts.add(new Runs(product, version, where)));
            facts.add(new LastDeployed(product, asked.getEnvironment(), asked.getRestedHours()));
        }
        return facts;
    }

    private static String text(TargetRule rule) {
        var product = rule.target().product();
        var environment = rule.target().environment();
        var unmet =
                switch (rule.demand()) {
                    case ApprovedRequest _ ->
                            "not Approved(product == \"%s\", environment == \"%s\", version == $version)"
                                    .formatted(product, environment);
                    case RunsIn(var where) ->
                            "not Runs(product == \"%s\", environment == \"%s\", version == $version)"
                                    .formatted(product, where);
                    case Rested(var hours) ->
                            "LastDeployed(product == \"%s\", environment == \"%s\", hours < %d)"
                                    .formatted(product, environment, hours);
                };
        return """
               rule "%s" when
                   Question(product == "%s", environment == "%s", $version : version)
                   %s
               then
                   verdict.block("%s: %s " + $version + " to %s: not %s");
               end
               """
                .formatted(
                        rule.id(),
                        product,
                        environment,
                        unmet,
                        rule.id(),
                        product,
                        environment,
                        rule.demand());
    }

    @Override
    public boolean allows(int question) {
        verdict.clear();
        var fact = session.insert(questions.get(question));
        session.fireAllRules();
        session.delete(fact);
        return !verdict.isBlocked();
    }
}
