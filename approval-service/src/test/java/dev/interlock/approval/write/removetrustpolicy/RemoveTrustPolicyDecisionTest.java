package dev.interlock.approval.write.removetrustpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.NoSuchTrustPolicy;
import dev.interlock.approval.domain.TrustPolicy;
import dev.interlock.approval.events.TrustPolicyRemoved;
import org.junit.jupiter.api.Test;

class RemoveTrustPolicyDecisionTest {

    private static final RemoveTrustPolicy COMMAND = new RemoveTrustPolicy("trp_1");

    @Test
    void isTrustedNoMore() {
        var defined = new TrustPolicy.Defined("trp_1");
        var removed = new TrustPolicyRemoved("trp_1");

        assertThat(RemoveTrustPolicyDecision.decide(defined, COMMAND))
                .isEqualTo(Decision.accepted(removed));
        assertThat(RemoveTrustPolicyDecision.decide(defined.evolve(removed), COMMAND))
                .isInstanceOf(Redundant.class);
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        assertThat(RemoveTrustPolicyDecision.decide(new TrustPolicy.Undefined(), COMMAND))
                .isEqualTo(new Refused<>(new NoSuchTrustPolicy("trp_1")));
    }
}
