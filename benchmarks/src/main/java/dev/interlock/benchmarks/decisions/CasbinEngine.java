package dev.interlock.benchmarks.decisions;

import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.ApprovedRequest;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.Rested;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.RunsIn;
import java.util.List;
import java.util.Map;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;

/** Casbin: each rule is a line of its policy, and denies what does not meet its demand. */
final class CasbinEngine implements Engine {

    private static final String MODEL =
            """
            [request_definition]
            r = product, environment, question

            [policy_definition]
            p = product, environment, demand, operand, eft

            [policy_effect]
            e = !some(where (p.eft == deny))

            [matchers]
            m = r.product == p.product && r.environment == p.environment && unmet(r.question, p.demand, p.operand)
            """;

    private final Enforcer enforcer;
    private final List<Question> questions;

    private CasbinEngine(Enforcer enforcer, List<Question> questions) {
        this.enforcer = enforcer;
        this.questions = questions;
    }

    static Engine of(Estate estate) {
        var model = new Model();
        model.loadModelFromText(MODEL);
        var enforcer = new Enforcer(model);
        enforcer.enableLog(false); // it would tell of each decision
        enforcer.addFunction("unmet", new Unmet());
        for (var rule : estate.rules()) {
            var demand =
                    switch (rule.demand()) {
                        case ApprovedRequest _ -> List.of("approved", "-");
                        case RunsIn(var environment) -> List.of("runs", environment);
                        case Rested(var hours) -> List.of("rested", Integer.toString(hours));
                    };
            enforcer.addPolicy(
                    rule.target().product(),
                    rule.target().environment(),
                    demand.get(0),
                    demand.get(1),
                    "deny");
        }
        return new CasbinEngine(enforcer, estate.questions());
    }

    @Override
    public boolean allows(int question) {
        var asked = questions.get(question);
        return enforcer.enforce(asked.getProduct(), asked.getEnvironment(), asked);
    }

    private static final class Unmet extends CustomFunction {

        private static final long serialVersionUID = 1L;

        @Override
        public String getName() {
            return "unmet";
        }

        @Override
        public AviatorObject call(
                Map<String, Object> env,
                AviatorObject question,
                AviatorObject demand,
                AviatorObject operand) {
            var asked = (Question) question.getValue(env);
            var than = (String) operand.getValue(env);
            return AviatorBoolean.valueOf(
                    switch ((String) demand.getValue(env)) {
                        case "approved" -> !asked.isApprovedRequest();
                        case "runs" -> !asked.getRunsIn().contains(than);
                        default -> asked.getRestedHours() < Integer.parseInt(than);
                    });
        }
    }
}
