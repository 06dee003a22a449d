package dev.interlock.approval.write.definetrustpolicy;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.TrustPolicy;
import dev.interlock.approval.domain.TrustPolicy.Defined;
import dev.interlock.approval.domain.TrustPolicy.Removed;
import dev.interlock.approval.domain.TrustPolicy.Undefined;
import dev.interlock.approval.events.TrustPolicyDefined;
import dev.interlock.approval.events.TrustPolicyEvent;

final class DefineTrustPolicyDecision {

    private DefineTrustPolicyDecision() {}

    static Decision<TrustPolicyEvent> decide(TrustPolicy policy, DefineTrustPolicy command) {
        var order = command.order();
        return switch (policy) {
            case Defined _, Removed _ -> new Redundant<>("defined already");
            case Undefined _ ->
                    Decision.accepted(
                            new TrustPolicyDefined(
                                    command.policy(),
                                    order.issuer(),
                                    order.audience(),
                                    order.claims(),
                                    order.actions(),
                                    order.products(),
                                    order.environments()));
        };
    }
}
