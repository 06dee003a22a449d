package dev.interlock.rules.write.extendfreeze;

import static dev.interlock.rules.domain.Freezes.END;
import static dev.interlock.rules.domain.Freezes.ID;
import static dev.interlock.rules.domain.Freezes.NOW;
import static dev.interlock.rules.domain.Freezes.activated;
import static dev.interlock.rules.domain.Freezes.extended;
import static dev.interlock.rules.domain.Freezes.from;
import static dev.interlock.rules.domain.Freezes.thawed;
import static dev.interlock.rules.write.extendfreeze.ExtendFreezeDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Refusal.EndsNoLater;
import dev.interlock.rules.domain.Refusal.FreezeEnded;
import dev.interlock.rules.domain.Refusal.NoSuchFreeze;
import dev.interlock.rules.events.FreezeExtended;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtendFreezeDecisionTest {

    private static final Instant LATER = END.plusSeconds(3600);

    @Test
    void endsLater() {
        assertThat(decide(from(activated(END)), to(LATER), NOW))
                .isEqualTo(
                        new Accepted<>(
                                List.of(
                                        new FreezeExtended(
                                                ID, LATER, "not fixed", NOW, "usr_sre"))));
    }

    @Test
    void sayingTheSameEndAgainIsRedundant() {
        var freeze = from(activated(END), extended(LATER));
        assertThat(decide(freeze, to(LATER), NOW)).isInstanceOf(Redundant.class);
        assertThat(decide(freeze, to(END), NOW)).isEqualTo(new Refused<>(new EndsNoLater(LATER)));
    }

    @Test
    void whatLastsUntilItIsThawedCannotLastLonger() {
        assertThat(decide(from(activated(null)), to(LATER), NOW))
                .isEqualTo(new Refused<>(new EndsNoLater(null)));
    }

    @Test
    void whatHasEndedIsRefusedNamingWhen() {
        var freeze = from(activated(END));
        assertThat(decide(freeze, to(LATER), END.minusNanos(1))).isInstanceOf(Accepted.class);
        assertThat(decide(freeze, to(LATER), END))
                .isEqualTo(new Refused<>(new FreezeEnded(ID, "expired", END)));
        assertThat(decide(from(activated(END), thawed(NOW)), to(LATER), NOW))
                .isEqualTo(new Refused<>(new FreezeEnded(ID, "thawed", NOW)));
    }

    @Test
    void anUnknownOneIsRefused() {
        assertThat(decide(from(), to(LATER), NOW)).isEqualTo(new Refused<>(new NoSuchFreeze(ID)));
    }

    private static ExtendFreeze to(Instant end) {
        return new ExtendFreeze(ID, end, "not fixed", "usr_sre");
    }
}
