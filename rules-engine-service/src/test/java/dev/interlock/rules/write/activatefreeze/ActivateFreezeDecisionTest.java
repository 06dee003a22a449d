package dev.interlock.rules.write.activatefreeze;

import static dev.interlock.rules.domain.Freezes.END;
import static dev.interlock.rules.domain.Freezes.ID;
import static dev.interlock.rules.domain.Freezes.NOW;
import static dev.interlock.rules.domain.Freezes.activated;
import static dev.interlock.rules.domain.Freezes.from;
import static dev.interlock.rules.write.activatefreeze.ActivateFreezeDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Refusal.EndsBeforeItStarts;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.FreezeActivated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivateFreezeDecisionTest {

    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void startsNowUnlessSaidOtherwise() {
        assertThat(decide(from(), command(null, END), NOW))
                .isEqualTo(new Accepted<>(List.of(event(NOW, END))));
        assertThat(decide(from(), command(LATER, END), NOW))
                .isEqualTo(new Accepted<>(List.of(event(LATER, END))));
    }

    @Test
    void neverStartsBeforeItIsActivated() {
        assertThat(decide(from(), command(NOW.minusMillis(5), END), NOW))
                .isEqualTo(new Accepted<>(List.of(event(NOW, END))));
    }

    @Test
    void mayLastUntilItIsThawed() {
        assertThat(decide(from(), command(null, null), NOW))
                .isEqualTo(new Accepted<>(List.of(event(NOW, null))));
    }

    @Test
    void isRefusedIfItsTimeIsOverBeforeItIsRecorded() {
        assertThat(decide(from(), command(null, NOW), NOW))
                .isEqualTo(new Refused<>(new EndsBeforeItStarts(NOW)));
        assertThat(decide(from(), command(LATER, LATER), NOW))
                .isEqualTo(new Refused<>(new EndsBeforeItStarts(LATER)));
    }

    @Test
    void activatedTwiceIsRedundant() {
        assertThat(decide(from(activated(END)), command(null, END), NOW))
                .isInstanceOf(Redundant.class);
    }

    private static ActivateFreeze command(@Nullable Instant start, @Nullable Instant end) {
        return new ActivateFreeze(
                ID,
                "incident",
                "https://status.example.com/7",
                new Scope(
                        List.of("api"),
                        List.of("pci"),
                        List.of("production"),
                        List.of("production")),
                start,
                end,
                "usr_sre");
    }

    private static FreezeActivated event(Instant start, @Nullable Instant end) {
        return new FreezeActivated(
                ID,
                "incident",
                "https://status.example.com/7",
                List.of("api"),
                List.of("production"),
                List.of("production"),
                start,
                end,
                NOW,
                "usr_sre",
                List.of("pci"));
    }
}
