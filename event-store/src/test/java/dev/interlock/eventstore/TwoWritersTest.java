package dev.interlock.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.eventstore.Tally.AlreadyClosed;
import dev.interlock.eventstore.Tally.Close;
import dev.interlock.eventstore.Tally.Count;
import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two replicas of one service: what holds within a process holds between them too. */
class TwoWritersTest {

    private final DatabaseAccess database = TestInfrastructure.freshDatabase();
    private final TallyService one = TallyService.on(database);
    private final TallyService other = TallyService.on(database);

    @AfterEach
    void stop() {
        other.close();
        one.close();
    }

    @Test
    void theLoserOfARaceDecidesAfreshOnWhatTheWinnerDid() {
        onceWhileOneDecides(() -> other.send(new Close("apples", "sold")));

        assertThatThrownBy(() -> one.send(new Count("apples", 1)))
                .isInstanceOf(AlreadyClosed.class);

        assertThat(one.reader().ofEntity("tally", "apples"))
                .extracting(StoredEvent::name)
                .containsExactly("tally.closed");
    }

    @Test
    void theLoserOfAHarmlessRaceIsAddedAfterTheWinner() {
        onceWhileOneDecides(() -> other.send(new Count("apples", 2)));

        Answer<Long> answer = one.send(new Count("apples", 1));

        assertThat(answer).isEqualTo(new Answer<>(3L, 2));
    }

    @Test
    void whoLosesAgainIsTold() {
        one.get(TallyHandlers.class).whileDeciding(() -> other.send(new Count("apples", 2)));

        assertThatThrownBy(() -> one.send(new Count("apples", 1)))
                .isInstanceOfSatisfying(
                        ConcurrencyConflict.class,
                        conflict ->
                                assertThat(conflict.winner())
                                        .isEqualTo(
                                                ConcurrencyConflict.Winner.of(
                                                        one.reader()
                                                                .ofEntity("tally", "apples")
                                                                .getLast())));

        assertThat(one.reader().head().position()).isEqualTo(2);
        assertThat(one.jdbc().sql("SELECT count(*) FROM note").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void aWriteTransactionThatDawdlesAfterItsAppendIsEndedByTheDatabase() {
        String bound =
                one.get(org.springframework.transaction.support.TransactionTemplate.class)
                        .execute(
                                status -> {
                                    one.jdbc()
                                            .sql("SELECT append_events('[]')")
                                            .query(Long.class)
                                            .single();
                                    return one.jdbc()
                                            .sql("SHOW transaction_timeout")
                                            .query(String.class)
                                            .single();
                                });

        assertThat(bound).isEqualTo("10s");
    }

    private void onceWhileOneDecides(Runnable action) {
        AtomicInteger times = new AtomicInteger();
        one.get(TallyHandlers.class)
                .whileDeciding(
                        () -> {
                            if (times.getAndIncrement() == 0) {
                                action.run();
                            }
                        });
    }
}
