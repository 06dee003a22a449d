package dev.interlock.approval.domain;

import dev.interlock.approval.events.TrustPolicyDefined;
import dev.interlock.approval.events.TrustPolicyEvent;
import dev.interlock.approval.events.TrustPolicyRemoved;

/** One trust policy's life, as far as decisions need to know: it is never changed. */
public sealed interface TrustPolicy {

    record Undefined() implements TrustPolicy {}

    record Defined(String id) implements TrustPolicy {}

    record Removed(String id) implements TrustPolicy {}

    default TrustPolicy evolve(TrustPolicyEvent event) {
        return switch (event) {
            case TrustPolicyDefined defined -> new Defined(defined.policy());
            case TrustPolicyRemoved removed -> new Removed(removed.policy());
        };
    }
}
