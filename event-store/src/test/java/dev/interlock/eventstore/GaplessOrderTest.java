package dev.interlock.eventstore;

import static dev.interlock.eventstore.TallyService.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.eventstore.Tally.Notice;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The promise all else stands on: a plain "position above the last" reader misses nothing, however
 * writers dawdle before or after they got their position, and however many are rolled back.
 */
class GaplessOrderTest {

    private static final int COMMITS = 50_000;
    private static final int WRITERS = 8;

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void aTailingReaderSeesEveryCommitOnceAndInOrder() throws Exception {
        try (TallyService service = TallyService.on(TestInfrastructure.freshDatabase());
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            Dawdler dawdler = service.get(Dawdler.class);
            dawdler.start();
            Future<List<Long>> seen = threads.submit(() -> tail(service));
            List<Future<?>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                writers.add(threads.submit(() -> write(service, writer)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }

            List<Long> positions = seen.get(60, TimeUnit.SECONDS);

            assertThat(positions).hasSize(COMMITS);
            for (int i = 0; i < COMMITS; i++) {
                assertThat(positions.get(i)).isEqualTo(i + 1L);
            }
            assertThat(dawdler.rolledBack()).isGreaterThan(COMMITS / 100);
            assertThat(service.reader().verify().intact()).isTrue();
        }
    }

    /**
     * In transactions of its own: as writers in as many processes, who meet at the database only.
     */
    private static void write(TallyService service, int writer) {
        TransactionTemplate alone = service.get(TransactionTemplate.class);
        for (int i = 0; i < COMMITS / WRITERS; i++) {
            // streams stay short; each writer has its own, so that only the store's order is shared
            Notice command = new Notice("t-" + writer + "-" + i / 10);
            boolean done = false;
            while (!done) {
                try {
                    alone.executeWithoutResult(status -> service.commands().send(command, ANN));
                    done = true;
                } catch (Dawdler.GivenUp e) {
                    done = false;
                }
            }
        }
    }

    private static List<Long> tail(TallyService service) throws InterruptedException {
        CommitSignal signal = service.get(CommitSignal.class);
        List<Long> positions = new ArrayList<>(COMMITS);
        long last = 0;
        while (positions.size() < COMMITS) {
            // a handful at a time, to leave the processor to the writers
            signal.await(last + 20, Duration.ofMillis(5));
            for (StoredEvent event : service.reader().after(last, 1_000)) {
                positions.add(event.position());
                last = event.position();
            }
        }
        return positions;
    }
}
