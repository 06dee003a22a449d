package dev.interlock.benchmarks.decisions;

import dev.interlock.benchmarks.decisions.TargetRule.Demand.ApprovedRequest;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.Rested;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.RunsIn;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/**
 * Drools: each rule is one of its own, the question is the fact. The rules are compiled once; the
 * session is kept, and the fact taken out after each question.
 */
final class DroolsEngine implements Engine {

    private final KieSession session;
    private final List<Question> questions;
    private final Verdict verdict = new Verdict();

    private DroolsEngine(KieSession session, List<Question> questions) {
        this.session = session;
        this.questions = questions;
        session.setGlobal("verdict", verdict);
    }

    static Engine of(Estate estate) {
        var rules = new KieHelper();
        rules.addContent(
                """
                package dev.interlock.benchmarks.generated
                import %s
                import %s
                global Verdict verdict
                """
                                .formatted(Question.class.getName(), Verdict.class.getName())
                        + estate.rules().stream()
                                .map(DroolsEngine::text)
                                .collect(Collectors.joining()),
                ResourceType.DRL);
        KieBase base = rules.build(ExecutableModelProject.class);
        return new DroolsEngine(base.newKieSession(), estate.questions());
    }

    private static String text(TargetRule rule) {
        var unmet =
                switch (rule.demand()) {
                    case ApprovedRequest _ -> "approvedRequest == false";
                    case RunsIn(var environment) ->
                            "runsIn not contains \"%s\"".formatted(environment);
                    case Rested(var hours) -> "restedHours < " + hours;
                };
        return """
               rule "%s" when
                   Question(product == "%s", environment == "%s", %s)
               then
                   verdict.block();
               end
               """
                .formatted(rule.id(), rule.target().product(), rule.target().environment(), unmet);
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
