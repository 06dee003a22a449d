package dev.interlock.rules.write.withdrawoverride;

import static dev.interlock.rules.domain.Overrides.AT;
import static dev.interlock.rules.domain.Overrides.END;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Overrides;
import dev.interlock.rules.domain.RequestedOverride;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WithdrawOverrideDecisionTest {

    private static Decision<?> at(RequestedOverride state, Instant now) {
        return WithdrawOverrideDecision.decide(
                state, new WithdrawOverride("o1", "not needed", "sam"), now);
    }

    @Test
    void itLiftsNothingAnyMore() {
        assertThat(at(Overrides.of(), AT.plusSeconds(90)).eventsOrRefuse())
                .isEqualTo(java.util.List.of(Overrides.withdrawn()));
    }

    @Test
    void whatWasUsedCannotBeTakenBack() {
        assertThat(refusal(at(Overrides.of(Overrides.used()), AT))).isEqualTo("OverrideSpent");
        assertThat(refusal(at(Overrides.none(), AT))).isEqualTo("NoSuchOverride");
    }

    @Test
    void whatIsOverStaysOver() {
        assertThat(refusal(at(Overrides.of(), END))).isEqualTo("OverrideEnded");
        assertThat(at(Overrides.of(Overrides.withdrawn()), AT.plusSeconds(90)))
                .isInstanceOf(Redundant.class);
    }

    private static String refusal(Decision<?> decision) {
        return decision instanceof Refused<?>(var refusal)
                ? refusal.getClass().getSimpleName()
                : decision.toString();
    }
}
