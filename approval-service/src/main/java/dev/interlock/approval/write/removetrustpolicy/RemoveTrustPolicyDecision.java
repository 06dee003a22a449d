package dev.interlock.approval.write.removetrustpolicy;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.NoSuchTrustPolicy;
import dev.interlock.approval.domain.TrustPolicy;
import dev.interlock.approval.domain.TrustPolicy.Defined;
import dev.interlock.approval.domain.TrustPolicy.Removed;
import dev.interlock.approval.domain.TrustPolicy.Undefined;
import dev.interlock.approval.events.TrustPolicyEvent;
import dev.interlock.approval.events.TrustPolicyRemoved;

final class RemoveTrustPolicyDecision {

    private RemoveTrustPolicyDecision() {}

    static Decision<TrustPolicyEvent> decide(TrustPolicy policy, RemoveTrustPolicy command) {
        return switch (policy) {
            case Undefined _ -> new Refused<>(new NoSuchTrustPolicy(command.policy()));
            case Removed _ -> new Redundant<>("removed already");
            case Defined(var id) -> Decision.accepted(new TrustPolicyRemoved(id));
        };
    }
}
