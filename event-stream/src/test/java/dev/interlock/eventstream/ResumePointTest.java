package dev.interlock.eventstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.EventEnvelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ResumePointTest {

    private static final EventEnvelope NINE = Envelopes.product("h", 9);

    @Test
    void anEmptyTopicBeginsWithTheFirstEvent() {
        assertThat(ResumePoint.after(null, "t1", null)).isZero();
    }

    @Test
    void theTopicKnowsBetterThanTheNote() {
        assertThat(ResumePoint.after(new RelayPosition("t1", 5), "t1", NINE)).isEqualTo(9);
        assertThat(ResumePoint.after(new RelayPosition("t1", 12), "t1", NINE)).isEqualTo(9);
        assertThat(ResumePoint.after(null, "t1", NINE)).isEqualTo(9);
    }

    @Test
    void anotherTopicOfTheSameNameIsFilledAgain() {
        assertThat(ResumePoint.after(new RelayPosition("t1", 5), "t2", null)).isZero();
        assertThat(ResumePoint.after(new RelayPosition("t1", 5), "t2", NINE)).isZero();
    }

    @Test
    void whereTheTopicHasNothingOfOursTheNoteCounts() {
        assertThat(ResumePoint.after(new RelayPosition("t1", 5), "t1", null)).isEqualTo(5);
    }

    @Test
    void anEventOfAnotherHistorySaysNothingAboutOurs() {
        var history = new History();
        history.commit(3);
        var foreign = tail(1, 2, 3, 4);
        assertThat(TopicTail.ours(foreign, history)).isEmpty();

        var mixed = new ArrayList<>(foreign);
        mixed.addAll(history.after(0, 2));
        assertThat(TopicTail.newest(TopicTail.ours(mixed, history)))
                .isEqualTo(history.after(1, 1).getFirst());
    }

    @Test
    void theTailEndsBeforeItsFirstHole() {
        assertThat(newest(tail(1, 2, 3))).isEqualTo(3);
        assertThat(newest(tail(4, 5, 6))).isEqualTo(6);
        assertThat(newest(tail(1, 2, 4))).isEqualTo(2);
        assertThat(newest(tail(1, 2, 4, 3, 4, 5))).isEqualTo(5);
        assertThat(newest(tail(1, 2, 1, 2, 1))).isEqualTo(2);
        assertThat(newest(tail(1, 2, 2, 3, 3))).isEqualTo(3);
        assertThat(TopicTail.newest(List.of())).isNull();
    }

    private static long newest(List<EventEnvelope> tail) {
        EventEnvelope newest = TopicTail.newest(tail);
        return newest == null ? 0 : newest.position();
    }

    private static List<EventEnvelope> tail(long... positions) {
        return LongStream.of(Arrays.copyOf(positions, positions.length))
                .mapToObj(p -> Envelopes.product("h", p))
                .toList();
    }
}
