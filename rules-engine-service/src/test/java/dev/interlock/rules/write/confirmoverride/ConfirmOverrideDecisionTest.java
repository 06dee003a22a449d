package dev.interlock.rules.write.confirmoverride;

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

class ConfirmOverrideDecisionTest {

    private static Decision<?> by(String person, RequestedOverride state, Instant now) {
        return ConfirmOverrideDecision.decide(
                state, new ConfirmOverride("o1", person.equals("dan"), person), now);
    }

    @Test
    void aSecondPersonStandsForIt() {
        var decision = by("sue", Overrides.requested(2), AT.plusSeconds(60));
        assertThat(decision.eventsOrRefuse()).isEqualTo(java.util.List.of(Overrides.confirmed()));
    }

    @Test
    void nobodyConfirmsTheirOwn() {
        assertThat(refusal(by("sam", Overrides.requested(2), AT))).isEqualTo("OwnOverride");
    }

    @Test
    void whoHasAReviewDueConfirmsNothing() {
        assertThat(refusal(by("dan", Overrides.requested(2), AT))).isEqualTo("OverrideReviewDue");
    }

    @Test
    void whatIsOverIsNotConfirmed() {
        assertThat(refusal(by("sue", Overrides.requested(2), END))).isEqualTo("OverrideEnded");
        assertThat(by("sue", Overrides.requested(2), END.minusSeconds(1)).eventsOrRefuse())
                .hasSize(1);
        assertThat(refusal(by("sue", Overrides.requested(2, Overrides.withdrawn()), END)))
                .isEqualTo("OverrideEnded");
        assertThat(refusal(by("sue", Overrides.requested(2, Overrides.used()), AT)))
                .isEqualTo("OverrideSpent");
        assertThat(refusal(by("sue", Overrides.none(), AT))).isEqualTo("NoSuchOverride");
    }

    @Test
    void whereOneIsEnoughOrASecondIsThereNobodyIsWaitedFor() {
        assertThat(refusal(by("sue", Overrides.of(), AT))).isEqualTo("OverrideNotPending");
        var confirmed = Overrides.requested(2, Overrides.confirmed());
        assertThat(refusal(by("rita", confirmed, AT))).isEqualTo("OverrideNotPending");
        assertThat(by("sue", confirmed, AT)).isInstanceOf(Redundant.class);
    }

    private static String refusal(Decision<?> decision) {
        return decision instanceof Refused<?>(var refusal)
                ? refusal.getClass().getSimpleName()
                : decision.toString();
    }
}
