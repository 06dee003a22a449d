package dev.interlock.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay against a broker and a database that really stop, restart and forget. */
class RelayTest {

    static final Duration SOON = Duration.ofSeconds(40);

    private static Broker broker;

    private final List<Relay> relays = new ArrayList<>();
    private final History history = new History();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DataSource database = TestDatabase.fresh();

    @BeforeAll
    static void startBroker() {
        broker = new Broker();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void stopRelays() {
        relays.forEach(Relay::close);
        broker.restart();
        try (Admin admin = Clients.admin(broker.settings())) {
            admin.deleteTopics(List.of(Topic.NAME));
        }
    }

    @Test
    void everyEventIsOnTheTopicOnceAndInOrder() {
        history.commit(1_200);
        relay();
        history.commit(800);

        eventuallyPublished();
        assertThat(meters.get("interlock.relay.published").counter().count()).isEqualTo(2_000);
    }

    @Test
    void itsTopicKeepsEventsForEver() throws Exception {
        relay();
        history.commit();
        eventuallyPublished();

        try (Admin admin = Clients.admin(broker.settings())) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, Topic.NAME);
            var config = admin.describeConfigs(List.of(resource)).all().get(20, TimeUnit.SECONDS);
            assertThat(config.values())
                    .allMatch(c -> c.get("retention.ms").value().equals("-1"))
                    .hasSize(1);
            var topics = admin.describeTopics(List.of(Topic.NAME)).allTopicNames();
            assertThat(topics.get(20, TimeUnit.SECONDS).values())
                    .allMatch(t -> t.partitions().size() == 1)
                    .hasSize(1);
        }
    }

    @Test
    void aRelayThatDiedBeforeItsNoteDoublesNothing() {
        Relay first = relay();
        history.commit(10);
        eventuallyPublished();
        first.close();
        JdbcClient.create(database).sql("update relay_position set position = 3").update();

        relay();
        history.commit(5);
        eventuallyPublished();

        JdbcClient.create(database).sql("delete from relay_position").update();
        relays.getLast().close();
        relay();
        history.commit(5);
        eventuallyPublished();
    }

    @Test
    void aRecordThatIsMissingInTheTailIsPublishedAgain() {
        history.commit(5);
        try (Topic topic = broker.topic().create()) {
            for (long position : List.of(1L, 2L, 4L)) {
                topic.append(history.after(position - 1, 1).getFirst());
            }
        }
        relay();

        await().atMost(SOON).until(() -> relays.getLast().position() == 5);
        try (Topic topic = broker.topic()) {
            var ids = history.ids();
            assertThat(topic.ids())
                    .containsExactly(
                            ids.get(0), ids.get(1), ids.get(3), ids.get(2), ids.get(3), ids.get(4));
        }
    }

    @Test
    void amongReplicasOneRelayPublishes() {
        relay();
        relay();
        relay();
        for (int i = 0; i < 50; i++) {
            history.commit(20);
        }
        eventuallyPublished();

        relays.getFirst().close();
        history.commit(100);
        eventuallyPublished();
    }

    @Test
    void kafkaBeingAwayDelaysAndLosesNothing() {
        relay();
        history.commit(10);
        eventuallyPublished();

        broker.stop();
        history.commit(10);
        await().atMost(SOON)
                .until(() -> meters.get("interlock.relay.connected").gauge().value() == 0);
        history.commit(10);
        broker.restart();

        eventuallyPublished();
    }

    @Test
    void aRelayStartsWhileKafkaIsAway() {
        broker.stop();
        history.commit(10);
        relay();
        broker.restart();

        eventuallyPublished();
    }

    @Test
    void afterKafkaLostItsDataEverythingIsPublishedAgain() {
        relay();
        history.commit(700);
        eventuallyPublished();

        broker.stop();
        history.commit(10);
        broker.restartEmpty();

        eventuallyPublished();
    }

    @Test
    void aTopicThatIsDeletedWhileNothingHappensIsFilledAgain() throws Exception {
        relay();
        history.commit(10);
        eventuallyPublished();

        try (Admin admin = Clients.admin(broker.settings())) {
            admin.deleteTopics(List.of(Topic.NAME)).all().get(20, TimeUnit.SECONDS);
        }

        eventuallyPublished();
    }

    @Test
    void theDatabaseBeingAwayDelaysAndLosesNothing() {
        relay();
        history.commit(10);
        eventuallyPublished();

        history.away(true);
        history.commit(10);
        await().atMost(SOON)
                .until(() -> meters.get("interlock.relay.failures").counter().count() > 0);
        history.away(false);
        eventuallyPublished();
    }

    private Relay relay() {
        var relay =
                new Relay(
                        Sources.DR,
                        broker.settings(),
                        database,
                        history,
                        Clock.systemUTC(),
                        relays.isEmpty() ? meters : new SimpleMeterRegistry());
        relays.add(relay);
        relay.start();
        return relay;
    }

    private void eventuallyPublished() {
        List<String> expected = history.ids();
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(
                        () -> {
                            try (Topic topic = broker.topic()) {
                                var published = topic.events();
                                assertThat(published.stream().map(EventEnvelope::id).toList())
                                        .as(
                                                "positions on the topic: %s",
                                                published.stream()
                                                        .map(EventEnvelope::position)
                                                        .toList())
                                        .matches(expected::equals, "what was committed, once");
                            }
                        });
    }
}
