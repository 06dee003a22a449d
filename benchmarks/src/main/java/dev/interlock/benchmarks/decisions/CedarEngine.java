package dev.interlock.benchmarks.decisions;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.ApprovedRequest;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.Rested;
import dev.interlock.benchmarks.decisions.TargetRule.Demand.RunsIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cedar: each rule is a policy that forbids its target unless its demand is met; one permits the
 * rest. The policies are parsed once, where the engine keeps them.
 */
final class CedarEngine implements Engine {

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;
    private final List<AuthorizationRequest> requests;

    private CedarEngine(PolicySet policies, List<AuthorizationRequest> requests) {
        this.policies = policies;
        this.requests = requests;
    }

    static Engine of(Estate estate) throws Exception {
        var policies =
                PolicySet.parsePolicies(
                        "permit(principal, action, resource);\n"
                                + estate.rules().stream()
                                        .map(CedarEngine::text)
                                        .collect(Collectors.joining("\n")));
        policies.cache();
        return new CedarEngine(
                policies, estate.questions().stream().map(CedarEngine::request).toList());
    }

    private static String text(TargetRule rule) {
        var met =
                switch (rule.demand()) {
                    case ApprovedRequest _ -> "context.approvedRequest";
                    case RunsIn(var environment) ->
                            "context.runsIn.contains(\"%s\")".formatted(environment);
                    case Rested(var hours) -> "context.restedHours >= " + hours;
                };
        return "forbid(principal, action, resource == Target::\"%s\") unless { %s };"
                .formatted(name(rule.target()), met);
    }

    private static String name(Target target) {
        return target.product() + "/" + target.environment();
    }

    private static AuthorizationRequest request(Question question) {
        Map<String, Value> context =
                Map.of(
                        "approvedRequest", new PrimBool(question.isApprovedRequest()),
                        "runsIn",
                                new CedarList(
                                        question.getRunsIn().stream()
                                                .<Value>map(PrimString::new)
                                                .toList()),
                        "restedHours", new PrimLong((long) question.getRestedHours()));
        return new AuthorizationRequest(
                uid("Pipeline", "ci"),
                uid("Action", "deploy"),
                uid("Target", name(question.target())),
                context);
    }

    private static EntityUID uid(String type, String id) {
        return EntityUID.parse(type + "::\"" + id + "\"").orElseThrow();
    }

    @Override
    public boolean allows(int question) throws Exception {
        var answer = engine.isAuthorized(requests.get(question), policies, Set.of());
        return answer.success.orElseThrow().isAllowed();
    }
}
