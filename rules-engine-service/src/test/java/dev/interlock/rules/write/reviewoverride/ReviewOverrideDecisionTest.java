package dev.interlock.rules.write.reviewoverride;

import static dev.interlock.rules.domain.Overrides.AT;
import static dev.interlock.rules.domain.Overrides.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Overrides;
import dev.interlock.rules.domain.RequestedOverride;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReviewOverrideDecisionTest {

    private static Decision<?> by(String person, RequestedOverride state) {
        return ReviewOverrideDecision.decide(
                state,
                new ReviewOverride("o1", "all well", person),
                Instant.parse("2026-11-20T10:03:00Z"));
    }

    @Test
    void somebodyElseClosesIt() {
        assertThat(AT.plusSeconds(180)).isEqualTo("2026-11-20T10:03:00Z");
        assertThat(by("rita", Overrides.of(used())).eventsOrRefuse())
                .isEqualTo(java.util.List.of(Overrides.reviewed()));
    }

    @Test
    void whoRequestedOrConfirmedOrUsedItDoesNot() {
        var state = Overrides.requested(2, Overrides.confirmed(), used());
        for (var person : java.util.List.of("sam", "sue", "dora")) {
            assertThat(refusal(by(person, state))).isEqualTo("OwnOverride");
        }
    }

    @Test
    void thereIsNothingToReviewBeforeItIsUsed() {
        assertThat(refusal(by("rita", Overrides.of()))).isEqualTo("OverrideReviewNotDue");
        assertThat(refusal(by("rita", Overrides.none()))).isEqualTo("NoSuchOverride");
        assertThat(by("rita", Overrides.of(used(), Overrides.reviewed())))
                .isInstanceOf(Redundant.class);
    }

    private static String refusal(Decision<?> decision) {
        return decision instanceof Refused<?>(var refusal)
                ? refusal.getClass().getSimpleName()
                : decision.toString();
    }
}
