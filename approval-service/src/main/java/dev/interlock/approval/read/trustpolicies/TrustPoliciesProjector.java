package dev.interlock.approval.read.trustpolicies;

import dev.interlock.approval.events.TrustPolicyDefined;
import dev.interlock.approval.events.TrustPolicyEvent;
import dev.interlock.approval.events.TrustPolicyRemoved;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TrustPoliciesProjector implements InlineProjection {

    private final JdbcClient jdbc;

    TrustPoliciesProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "trust_policies";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof TrustPolicyEvent policyEvent) {
            switch (policyEvent) {
                case TrustPolicyDefined defined -> insert(defined);
                case TrustPolicyRemoved(var policy) ->
                        jdbc.sql("DELETE FROM trust_policy WHERE policy = ?")
                                .param(policy)
                                .update();
            }
        }
    }

    private void insert(TrustPolicyDefined defined) {
        var claims = defined.claims().entrySet().stream().toList();
        jdbc.sql(
                        """
                        INSERT INTO trust_policy (policy, issuer, audience, claim_names,
                                                  claim_values, actions, products, environments)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        defined.policy(),
                        defined.issuer(),
                        defined.audience(),
                        claims.stream().map(c -> c.getKey()).toArray(String[]::new),
                        claims.stream().map(c -> c.getValue()).toArray(String[]::new),
                        defined.actions().toArray(String[]::new),
                        defined.products().toArray(String[]::new),
                        defined.environments().toArray(String[]::new))
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM trust_policy").update();
    }
}
