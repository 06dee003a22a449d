package dev.interlock.eventstream;

import static dev.interlock.eventstream.SourceProgress.Verdict.DUPLICATE;
import static dev.interlock.eventstream.SourceProgress.Verdict.GAP;
import static dev.interlock.eventstream.SourceProgress.Verdict.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceProgressTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final SourceProgress progress = new SourceProgress(10);

    @Test
    void anEventAtOrBelowThePositionIsADuplicate() {
        assertThat(progress.judge(Envelopes.of("h", 10, 9, "a"))).isEqualTo(DUPLICATE);
        assertThat(progress.judge(Envelopes.of("h", 3, 2, "a"))).isEqualTo(DUPLICATE);
    }

    @Test
    void aMissingPredecessorIsAGapAndARolledBackNumberIsNot() {
        assertThat(progress.judge(Envelopes.of("h", 11, 10, "a"))).isEqualTo(NEXT);
        assertThat(progress.judge(Envelopes.of("h", 14, 10, "a"))).isEqualTo(NEXT);
        assertThat(progress.judge(Envelopes.of("h", 12, 11, "a"))).isEqualTo(GAP);
    }

    @Test
    void aHeartbeatCountsAsHeardOnlyAtExactlyOurPosition() {
        progress.announced(9, NOW, NOW);
        progress.announced(11, NOW, NOW);
        assertThat(progress.heardAt()).isEqualTo(Instant.EPOCH);

        progress.announced(10, NOW, NOW);
        assertThat(progress.heardAt()).isEqualTo(NOW);
    }

    @Test
    void anOldHeartbeatProvesNothingAboutNow() {
        progress.announced(10, NOW.minusSeconds(9), NOW);
        assertThat(progress.heardAt()).isEqualTo(NOW.minusSeconds(9));
    }

    @Test
    void aClockThatRunsAheadProvesNoMoreThanNow() {
        progress.announced(10, NOW.plusSeconds(60), NOW);
        assertThat(progress.heardAt()).isEqualTo(NOW);
    }

    @Test
    void aTailThatDoesNotComeIsLost() {
        progress.announced(12, NOW, NOW);
        assertThat(progress.lag()).isEqualTo(2);
        assertThat(progress.lostTail(NOW)).isFalse();
        assertThat(progress.lostTail(NOW.plus(SourceProgress.TRAILING).plusMillis(1))).isTrue();

        progress.advance(Envelopes.of("h", 12, 10, "a"));
        assertThat(progress.lostTail(NOW.plusSeconds(60))).isFalse();
    }
}
