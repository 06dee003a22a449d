package dev.interlock.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final int LIMIT = 2;

    private final History history = new History();
    private final ReadAhead events = new ReadAhead(history, "test");

    @AfterEach
    void stop() {
        events.close();
    }

    @Test
    void theNextPageIsReadWhileThisOneIsWorkedOn() {
        history.commit(6);
        var ids = new ArrayList<>(page(0));
        await().atMost(Duration.ofSeconds(10)).until(() -> history.reads() == 2);
        ids.addAll(page(2));
        await().atMost(Duration.ofSeconds(10)).until(() -> history.reads() == 3);
        ids.addAll(page(4));
        assertThat(ids).isEqualTo(history.ids());
    }

    @Test
    void whatWasCommittedSinceAShortPageWasReadAheadIsNotMissed() {
        history.commit(3);
        page(0);
        await().atMost(Duration.ofSeconds(10)).until(() -> history.reads() == 2);
        history.commit();
        assertThat(page(2)).isEqualTo(history.ids().subList(2, 4));
    }

    @Test
    void anotherPageThanTheOneReadAheadIsReadByItself() {
        history.commit(6);
        page(0);
        await().atMost(Duration.ofSeconds(10)).until(() -> history.reads() == 2);
        assertThat(page(1)).isEqualTo(history.ids().subList(1, 3));
    }

    @Test
    void aPageThatCouldNotBeReadAheadIsReadOnceMore() {
        history.commit(4);
        history.away(true);
        assertThatThrownBy(() -> page(0)).isInstanceOf(IllegalStateException.class);
        history.away(false);
        page(0);
        history.away(true);
        await().atMost(Duration.ofSeconds(10)).until(() -> history.reads() == 3);
        history.away(false);
        assertThat(page(2)).isEqualTo(history.ids().subList(2, 4));
    }

    private List<String> page(long position) {
        return events.after(Sources.DR, position, LIMIT).stream().map(EventEnvelope::id).toList();
    }
}
