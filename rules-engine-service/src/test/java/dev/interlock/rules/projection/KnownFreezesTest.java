package dev.interlock.rules.projection;

import static dev.interlock.rules.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.domain.facts.Labels;
import dev.interlock.rules.domain.facts.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A decision looks only at freezes of its place that had not ended when one was last heard of. */
class KnownFreezesTest {

    private static final Environment PRODUCTION =
            new Environment("production", "production", true, List.of());

    @Test
    void whatEndedIsLookedAtOnlyForThePast() {
        var known = KnownFreezes.NONE;
        for (int i = 0; i < 1_000; i++) {
            known =
                    known.with(
                            freeze("old_" + i, "api", NOW.plusSeconds(i + 1)), NOW.plusSeconds(i));
        }
        var now = NOW.plusSeconds(2_000);
        known = known.with(freeze("new", "api", now.plusSeconds(60)), now);

        assertThat(known.live().keySet()).containsExactly("new");
        assertThat(known.at(now).concerning("api", Labels.NONE, PRODUCTION)).hasSize(1);
        assertThat(known.at(NOW).concerning("api", Labels.NONE, PRODUCTION)).hasSize(1_001);
    }

    @Test
    void whatIsElsewhereIsNotLookedAt() {
        var known = KnownFreezes.NONE;
        for (int i = 0; i < 1_000; i++) {
            known = known.with(freeze("frz_" + i, "product-" + i, NOW.plusSeconds(60)), NOW);
        }

        assertThat(known.at(NOW).concerning("product-7", Labels.NONE, PRODUCTION))
                .extracting(Freeze::id)
                .containsExactly("frz_7");
    }

    @Test
    void oneThatWasTakenForEndedByAClockThatIsAheadComesBackWhenItIsExtended() {
        var end = NOW.plusSeconds(60);
        var freeze = freeze("frz_1", "api", end);
        var known =
                KnownFreezes.NONE
                        .with(freeze, NOW)
                        .with(freeze("frz_2", "web", end.plusSeconds(90)), end.plusSeconds(1))
                        .with(freeze.extendedTo(end.plusSeconds(90)), NOW);

        assertThat(known.live().keySet()).containsExactlyInAnyOrder("frz_1", "frz_2");
    }

    private static Freeze freeze(String id, String product, Instant end) {
        var scope = new Scope(List.of(product), List.of(), List.of());
        return new Freeze(id, "incident", null, scope, NOW, end, null);
    }
}
