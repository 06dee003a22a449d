package dev.interlock.eventstore;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.interlock.eventstore.Tally.AlreadyClosed;
import dev.interlock.eventstore.Tally.Close;
import dev.interlock.eventstore.Tally.Count;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

class CommandGroupsTest {

    private final TallyService service = TallyService.on(TestInfrastructure.freshDatabase());
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final AtomicBoolean firstOfGroup = new AtomicBoolean(true);

    @AfterEach
    void stop() {
        service.close();
        callers.shutdownNow();
    }

    @Test
    void whatWaitsAtTheSameTimeIsCommittedTogetherAndInOrder() throws Exception {
        List<Future<Answer<Long>>> answers = whileOneIsHeld("pears", "plums", "plums");

        assertThat(answers.get(0).get(10, SECONDS)).isEqualTo(new Answer<>(1L, 1));
        assertThat(answers.get(1).get(10, SECONDS).position()).isBetween(2L, 4L);
        assertThat(List.of(answers.get(2).get().result(), answers.get(3).get().result()))
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(transactionsOfNotes()).hasSize(1);
        assertThat(service.reader().verify().intact()).isTrue();
    }

    @Test
    void whoFailsIsUndoneAlone() throws Exception {
        service.send(new Close("pears", "sold"));

        List<Future<Answer<Long>>> answers = whileOneIsHeld("pears", "plums");

        assertThat(answers.get(0).get(10, SECONDS).result()).isEqualTo(1);
        assertThatThrownBy(() -> answers.get(1).get(10, SECONDS))
                .hasRootCauseInstanceOf(AlreadyClosed.class);
        assertThat(answers.get(2).get(10, SECONDS).result()).isEqualTo(1);
        assertThat(service.jdbc().sql("SELECT count(*) FROM note").query(Long.class).single())
                .isEqualTo(2);
        assertThat(service.reader().head().position()).isEqualTo(3);
    }

    @Test
    void noneIsAnsweredWithSuccessWhenTheGroupIsNotCommitted() throws Exception {
        var decided = new AtomicInteger();
        var answers = whileOneIsHeld(() -> endConnection(decided.incrementAndGet() == 2), "pears");

        for (Future<Answer<Long>> answer : answers) {
            assertThatThrownBy(() -> answer.get(10, SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        }
        assertThat(service.reader().head().position()).isZero();
        assertThat(service.send(new Count("apples", 1)).position()).isEqualTo(1);
    }

    @Test
    void aWriterInATransactionOfItsOwnAndAGroupDoNotWaitForEachOther() throws Exception {
        var loaded = new CountDownLatch(1);
        var grouped = new CountDownLatch(1);
        service.get(TallyHandlers.class)
                .whileDeciding(
                        () -> {
                            if (CommandGroups.isRunningHere()) {
                                awaitSecond();
                            } else {
                                loaded.countDown();
                                awaitQuietly(grouped);
                            }
                        });
        var alone = service.get(TransactionTemplate.class);
        Future<Answer<Long>> own =
                callers.submit(() -> alone.execute(status -> service.send(new Count("apples", 1))));
        loaded.await(10, SECONDS);

        // one group: it holds the append lock when it comes to apples, which the other has loaded
        Future<Answer<Long>> pears = send("pears");
        Future<Answer<Long>> apples = send("apples");

        assertThat(pears.get(5, SECONDS).result()).isEqualTo(1);
        assertThat(apples.get(5, SECONDS).result()).isEqualTo(1);
        grouped.countDown();
        assertThatThrownBy(() -> own.get(5, SECONDS)).hasCauseInstanceOf(ConcurrencyConflict.class);
    }

    /** The first of a group decides when the second waits; the second at once. */
    private void awaitSecond() {
        if (firstOfGroup.compareAndSet(true, false)) {
            awaitWaiting(1);
        }
    }

    /** Holds a command on apples until one on each of the tallies waits behind it. */
    private List<Future<Answer<Long>>> whileOneIsHeld(String... tallies) throws Exception {
        return whileOneIsHeld(() -> {}, tallies);
    }

    private List<Future<Answer<Long>>> whileOneIsHeld(Runnable whileDeciding, String... tallies)
            throws Exception {
        var held = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        service.get(TallyHandlers.class)
                .whileDeciding(
                        () -> {
                            begun.countDown();
                            awaitQuietly(held);
                            whileDeciding.run();
                        });
        List<Future<Answer<Long>>> answers = new ArrayList<>();
        answers.add(send("apples"));
        begun.await(10, SECONDS);
        for (String tally : tallies) {
            answers.add(send(tally));
        }
        awaitWaiting(tallies.length);
        held.countDown();
        return answers;
    }

    private void endConnection(boolean now) {
        if (now) {
            service.jdbc()
                    .sql("SELECT pg_terminate_backend(pg_backend_pid())")
                    .query()
                    .listOfRows();
        }
    }

    private Future<Answer<Long>> send(String tally) {
        return callers.submit(() -> service.send(new Count(tally, 1)));
    }

    private void awaitWaiting(int commands) {
        await().atMost(10, SECONDS)
                .until(() -> service.get(CommandGroups.class).waiting() == commands);
    }

    private List<String> transactionsOfNotes() {
        return service.jdbc()
                .sql("SELECT DISTINCT transaction::text FROM note")
                .query(String.class)
                .list();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
