package dev.interlock.eventstore;

import static dev.interlock.eventstore.TallyService.ANN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.edge.Problem;
import dev.interlock.edge.idempotency.AnswerStore.Known;
import dev.interlock.edge.idempotency.AnswerStore.Outcome;
import dev.interlock.edge.idempotency.AnswerStore.Work;
import dev.interlock.edge.idempotency.KeyedRequest;
import dev.interlock.edge.idempotency.StoredAnswer;
import dev.interlock.eventstore.Tally.AlreadyClosed;
import dev.interlock.eventstore.Tally.Close;
import dev.interlock.eventstore.Tally.Count;
import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestTransactionsTest {

    private static final KeyedRequest REQUEST = new KeyedRequest("usr_ann", "k-1", "f-1");
    private static final StoredAnswer CREATED =
            new StoredAnswer(201, Map.of("ETag", "\"1\""), "{\"id\":\"x\"}".getBytes(UTF_8));

    private final DatabaseAccess database = TestInfrastructure.freshDatabase();
    private final TallyService service = TallyService.on(database);
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        service.close();
        others.shutdownNow();
    }

    @Test
    void theAnswerIsStoredWithTheEvents() throws Exception {
        run(counting("apples"));

        assertThat(known(REQUEST)).isEqualTo(new Known("f-1", CREATED));
        assertThat(events()).isEqualTo(1);
        assertThat(service.reader().verify().intact()).isTrue();
        assertThat(service.get(CommitSignal.class).await(0, Duration.ZERO)).isTrue();
    }

    @Test
    void neitherIsThereIfTheProcessDiesBeforeTheCommit() {
        assertThatThrownBy(
                        () ->
                                run(
                                        () -> {
                                            service.send(new Count("apples", 1));
                                            endConnection();
                                            return new Outcome.Done(CREATED);
                                        }))
                .isNotInstanceOf(Problem.class);

        assertThat(known(REQUEST)).isNull();
        assertThat(events()).isZero();
        assertThat(service.send(new Count("apples", 1)).position()).isEqualTo(1);
    }

    @Test
    void whatFailsLeavesNothing() throws Exception {
        run(
                () -> {
                    service.send(new Count("apples", 1));
                    return new Outcome.Failed();
                });

        assertThat(known(REQUEST)).isNull();
        assertThat(events()).isZero();
    }

    @Test
    void aRefusalMayBeAskedAgainButNothingElseUnderItsKey() throws Exception {
        service.send(new Close("apples", "sold"));

        run(
                () -> {
                    assertThatThrownBy(() -> service.send(new Count("apples", 1)))
                            .isInstanceOf(AlreadyClosed.class);
                    return new Outcome.Refused();
                });
        assertThat(known(REQUEST)).isEqualTo(new Known("f-1", null));
        assertThatThrownBy(() -> run(new KeyedRequest("usr_ann", "k-1", "f-2"), counting("pears")))
                .satisfies(is("IDEMPOTENCY_KEY_REUSED"));

        run(counting("pears"));
        assertThat(known(REQUEST)).isEqualTo(new Known("f-1", CREATED));
        assertThat(notes()).as("of the refused one nothing is left").isEqualTo(1);
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void whatARequestDidBeforeItsRefusalStays() throws Exception {
        service.send(new Close("plums", "sold"));

        run(
                () -> {
                    service.send(new Count("apples", 1));
                    assertThatThrownBy(() -> service.send(new Count("plums", 1)))
                            .isInstanceOf(AlreadyClosed.class);
                    service.send(new Count("pears", 1));
                    return new Outcome.Refused();
                });

        assertThat(events()).isEqualTo(3);
        assertThat(known(REQUEST)).isEqualTo(new Known("f-1", null));
    }

    @Test
    void aSecondRequestWithTheKeyIsToldSoWhereverItArrives() throws Exception {
        try (TallyService replica = TallyService.on(database)) {
            run(
                    () -> {
                        service.send(new Count("apples", 1));
                        assertThatThrownBy(
                                        () ->
                                                elsewhere(
                                                        () ->
                                                                run(
                                                                        replica,
                                                                        REQUEST,
                                                                        () ->
                                                                                done(
                                                                                        replica,
                                                                                        "apples"))))
                                .satisfies(is("IDEMPOTENCY_KEY_IN_USE"));
                        return new Outcome.Done(CREATED);
                    });

            assertThatThrownBy(() -> run(replica, REQUEST, () -> done(replica, "apples")))
                    .as("looked before the first was through, acts after it")
                    .satisfies(is("IDEMPOTENCY_KEY_IN_USE"));
            assertThat(replica.get(RequestTransactions.class).known(REQUEST))
                    .contains(new Known("f-1", CREATED));
            run(replica, new KeyedRequest("usr_bob", "k-1", "f-9"), () -> done(replica, "apples"));
        }
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void aLostRaceIsRunAgainWithinTheTransaction() throws Exception {
        var first = new AtomicBoolean(true);
        var byAnother = new CountDownLatch(1);
        service.get(TallyHandlers.class)
                .whileDeciding(
                        () -> {
                            if (first.compareAndSet(true, false)) {
                                others.submit(
                                        () -> {
                                            service.send(new Count("apples", 5));
                                            byAnother.countDown();
                                        });
                                await(byAnother);
                            }
                        });

        run(counting("apples"));

        assertThat(known(REQUEST)).isEqualTo(new Known("f-1", CREATED));
        assertThat(service.<Long>send(new Count("apples", 1)).result()).isEqualTo(7L);
    }

    @Test
    void whatIsSentApartIsThereBeforeTheRequestEnds() throws Exception {
        run(
                () -> {
                    service.commands().sendApart(new Count("apples", 1), ANN);
                    assertThat(eventsSeenByOthers()).isEqualTo(1);
                    service.send(new Count("pears", 1));
                    service.commands().sendApart(new Count("plums", 1), ANN);
                    assertThat(eventsSeenByOthers())
                            .as("the request holds the append lock by now")
                            .isEqualTo(1);
                    return new Outcome.Done(CREATED);
                });

        assertThat(events()).isEqualTo(3);
    }

    @Test
    void answersAreForgottenAfterADay() throws Exception {
        run(counting("apples"));
        var almost = rowsAfter(Duration.ofHours(24).minusMinutes(1));
        var later = rowsAfter(Duration.ofHours(24).plusMinutes(1));

        almost.forgetSome();
        assertThat(almost.find(REQUEST)).isPresent();
        assertThat(later.find(REQUEST)).isEmpty();
        assertThat(later.forgetSome()).isFalse();
        assertThat(almost.find(REQUEST)).isEmpty();
    }

    private AnswerRows rowsAfter(Duration time) {
        return new AnswerRows(service.jdbc(), Clock.offset(Clock.systemUTC(), time));
    }

    private Work counting(String tally) {
        return () -> done(service, tally);
    }

    private static Outcome done(TallyService by, String tally) {
        by.send(new Count(tally, 1));
        return new Outcome.Done(CREATED);
    }

    private void run(Work work) throws Exception {
        run(REQUEST, work);
    }

    private void run(KeyedRequest request, Work work) throws Exception {
        run(service, request, work);
    }

    private static void run(TallyService by, KeyedRequest request, Work work) throws Exception {
        by.get(RequestTransactions.class).run(request, false, work);
    }

    private void elsewhere(ThrowingCallable call) throws Throwable {
        Future<Throwable> thrown =
                others.submit(
                        () -> {
                            try {
                                call.call();
                                return new AssertionError("nothing was thrown");
                            } catch (Throwable e) {
                                return e;
                            }
                        });
        throw thrown.get(10, SECONDS);
    }

    private @Nullable Known known(KeyedRequest request) {
        return service.get(RequestTransactions.class).known(request).orElse(null);
    }

    private static Consumer<Throwable> is(String code) {
        return thrown -> assertThat(((Problem) thrown).code()).isEqualTo(code);
    }

    private long events() {
        return service.reader().head().position();
    }

    private long eventsSeenByOthers() {
        try {
            return others.submit(this::events).get(10, SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long notes() {
        return service.jdbc().sql("SELECT count(*) FROM note").query(Long.class).single();
    }

    private void endConnection() {
        service.jdbc().sql("SELECT pg_terminate_backend(pg_backend_pid())").query().listOfRows();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
