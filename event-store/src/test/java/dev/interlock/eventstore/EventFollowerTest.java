package dev.interlock.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.eventstore.Tally.Count;
import dev.interlock.eventstore.Tally.CountOften;
import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventFollowerTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DatabaseAccess database = TestInfrastructure.freshDatabase();
    private final TallyService service = TallyService.on(database);
    private final List<Long> handled = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void itHandlesWhatWasAndWhatComesInOrderAndGoesOnWhereItStopped() {
        service.send(new CountOften("apples", 300));
        EventFollower first = follow(service, (occurrence, event) -> note(occurrence));
        service.send(new CountOften("apples", 10));
        await().atMost(LIMIT).until(() -> first.position() == 310);
        first.stop();
        service.send(new Count("apples", 1));

        EventFollower second = follow(service, (occurrence, event) -> note(occurrence));
        await().atMost(LIMIT).until(() -> second.position() == 311);
        second.stop();

        assertThat(handled).isEqualTo(LongStream.rangeClosed(1, 311).boxed().toList());
    }

    @Test
    void whatFailsIsTriedAgainBeforeAnythingAfterIt() {
        AtomicInteger failures = new AtomicInteger();
        service.send(new CountOften("apples", 3));

        EventFollower follower =
                follow(
                        service,
                        (occurrence, event) -> {
                            note(occurrence);
                            if (occurrence.position() == 2 && failures.getAndIncrement() < 2) {
                                throw new IllegalStateException("not yet");
                            }
                        });
        await().atMost(LIMIT).until(() -> follower.position() == 3);
        follower.stop();

        assertThat(handled).containsExactly(1L, 2L, 2L, 2L, 3L);
    }

    @Test
    void anEventMayCauseACommandThatSaysSo() {
        service.send(new Count("apples", 5));

        EventFollower follower =
                follow(
                        service,
                        (occurrence, event) -> {
                            if (occurrence.entityId().equals("apples")) {
                                service.commands()
                                        .send(
                                                new Count("copies", 1),
                                                EventMetadata.system("dr", occurrence));
                            }
                        });
        await().atMost(LIMIT).until(() -> follower.position() == 2);
        follower.stop();

        StoredEvent cause = service.reader().after(0, 1).getFirst();
        StoredEvent effect = service.reader().after(1, 1).getFirst();
        assertThat(effect.by().causationId()).isEqualTo(cause.id());
        assertThat(effect.by().correlationId()).isEqualTo("req-1");
        assertThat(effect.by().authId()).isEqualTo("service:dr");
    }

    @Test
    void amongReplicasOneRunsAndTheOtherTakesOver() {
        try (TallyService replica = TallyService.on(database)) {
            EventFollower first = follow(service, (occurrence, event) -> note(occurrence));
            service.send(new Count("apples", 1));
            await().atMost(LIMIT).until(() -> first.position() == 1);
            EventFollower second = follow(replica, (occurrence, event) -> note(occurrence));
            service.send(new Count("apples", 1));
            await().atMost(LIMIT).until(() -> first.position() == 2);

            assertThat(second.position()).isZero();
            first.stop();
            service.send(new Count("apples", 1));
            await().atMost(LIMIT).until(() -> second.position() == 3);
            second.stop();
        }

        assertThat(handled).containsExactly(1L, 2L, 3L);
    }

    private EventFollower follow(TallyService replica, BiConsumer<Occurrence, Object> handler) {
        EventFollower follower = replica.get(EventFollowers.class).follow("test", handler);
        follower.start();
        return follower;
    }

    private void note(Occurrence occurrence) {
        handled.add(occurrence.position());
    }
}
