package dev.interlock.rules.write.thawfreeze;

import static dev.interlock.rules.domain.Freezes.END;
import static dev.interlock.rules.domain.Freezes.ID;
import static dev.interlock.rules.domain.Freezes.NOW;
import static dev.interlock.rules.domain.Freezes.activated;
import static dev.interlock.rules.domain.Freezes.from;
import static dev.interlock.rules.domain.Freezes.thawed;
import static dev.interlock.rules.write.thawfreeze.ThawFreezeDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Refusal.NoSuchFreeze;
import dev.interlock.rules.events.FreezeThawed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThawFreezeDecisionTest {

    private static final ThawFreeze THAW = new ThawFreeze(ID, "fixed", "usr_sre");

    @Test
    void endsItNow() {
        var at = NOW.plusSeconds(5);
        var thawed = new Accepted<>(List.of(new FreezeThawed(ID, "fixed", at, "usr_sre")));
        assertThat(decide(from(activated(END)), THAW, at)).isEqualTo(thawed);
        assertThat(decide(from(activated(null)), THAW, at)).isEqualTo(thawed);
    }

    @Test
    void thawedTwiceOrAfterItsEndIsRedundant() {
        assertThat(decide(from(activated(END), thawed(NOW)), THAW, NOW))
                .isInstanceOf(Redundant.class);
        assertThat(decide(from(activated(END)), THAW, END)).isInstanceOf(Redundant.class);
        assertThat(decide(from(activated(END)), THAW, END.minusNanos(1)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void anUnknownOneIsRefused() {
        assertThat(decide(from(), THAW, NOW)).isEqualTo(new Refused<>(new NoSuchFreeze(ID)));
    }
}
