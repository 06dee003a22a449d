package dev.interlock.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.Sources;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a handler writes happens once, or not at all. */
class DurableSubscriberTest {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final MessageJson messages = new MessageJson();
    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void createTable() {
        jdbc.sql("create table heard (id text)").update();
    }

    @Test
    void aRedeliveredEventIsHandledOnceAcrossReplicasAndRestarts() {
        DurableSubscriber first = subscriber();
        DurableSubscriber second = subscriber();
        EventEnvelope event = Envelopes.product("h", 1);
        first.handle(event, messages.read(event));
        first.handle(event, messages.read(event));
        second.handle(event, messages.read(event));

        assertThat(heard()).containsExactly("h-1");
        assertThat(subscriber().position(Sources.DR)).isEqualTo(1);
    }

    @Test
    void aFailureRollsBackWhatTheHandlerWroteAndThePosition() {
        DurableSubscriber subscriber = subscriber();
        EventEnvelope event = Envelopes.product("h", 1);
        refused.add("h-1");
        assertThatThrownBy(() -> subscriber.handle(event, messages.read(event)))
                .hasMessageContaining("h-1");

        assertThat(heard()).isEmpty();
        assertThat(subscriber.position(Sources.DR)).isZero();
    }

    @Test
    void anUnknownTypeOnlyMovesThePosition() {
        DurableSubscriber subscriber = subscriber();
        subscriber.handle(Envelopes.product("h", 1), null);

        assertThat(heard()).isEmpty();
        assertThat(subscriber.position(Sources.DR)).isEqualTo(1);
    }

    @Test
    void laterEventsOfAParkedEntityWaitBehindItAndARestartTriesAgain() {
        DurableSubscriber subscriber = subscriber();
        refused.add("h-1");
        subscriber.park(Envelopes.of("h", 1, 0, "DR-1"), "broken");
        for (EventEnvelope event :
                List.of(
                        Envelopes.of("h", 2, 1, "DR-2"),
                        Envelopes.of("h", 3, 2, "DR-1"),
                        Envelopes.of("h", 4, 3, "DR-3"))) {
            subscriber.handle(event, messages.read(event));
        }
        assertThat(heard()).containsExactly("h-2", "h-4");
        assertThat(new ParkedMessages("test", jdbc).all())
                .containsExactly(new ParkedMessages.ParkedEntity(Sources.DR, "DR-1", "broken", 2));

        assertThat(subscriber().position(Sources.DR)).isEqualTo(4);
        assertThat(new ParkedMessages("test", jdbc).all()).hasSize(1);

        refused.clear();
        assertThat(subscriber().position(Sources.DR)).isEqualTo(4);
        assertThat(heard()).containsExactly("h-2", "h-4", "h-1", "h-3");
        assertThat(new ParkedMessages("test", jdbc).all()).isEmpty();
    }

    @Test
    void anUndecodableEventStaysParkedUntilItCanBeRead() {
        DurableSubscriber subscriber = subscriber();
        subscriber.park(Envelopes.garbled(Envelopes.product("h", 1)), "unreadable");

        assertThat(subscriber().position(Sources.DR)).isEqualTo(1);
        assertThat(new ParkedMessages("test", jdbc).all()).hasSize(1);
    }

    private DurableSubscriber subscriber() {
        var subscriber =
                new DurableSubscriber(
                        "test", jdbc, new JdbcTransactionManager(database), this::hear);
        subscriber.position(Sources.DR);
        return subscriber;
    }

    private void hear(EventEnvelope event, Message message) {
        jdbc.sql("insert into heard (id) values (?)").param(event.id()).update();
        if (refused.contains(event.id())) {
            throw new IllegalArgumentException("refused " + event.id() + " " + message);
        }
    }

    private List<String> heard() {
        return jdbc.sql("select id from heard").query(String.class).list();
    }
}
