package dev.interlock.eventstore;

import dev.interlock.edge.idempotency.AnswerStore;
import dev.interlock.edge.idempotency.KeyedRequest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** Keeps answers where the events are, and forgets them after a day. */
final class RequestTransactions implements AnswerStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestTransactions.class);
    private static final int MINUTES_BETWEEN_FORGETTING = 10;

    private final AnswerRows rows;
    private final PlatformTransactionManager transactions;
    private final CommitSignal signal;
    private final ScheduledExecutorService forgetting =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("forget-answers").daemon().factory());

    RequestTransactions(
            AnswerRows rows, PlatformTransactionManager transactions, CommitSignal signal) {
        this.rows = rows;
        this.transactions = transactions;
        this.signal = signal;
        forgetting.scheduleWithFixedDelay(
                this::forget, 1, MINUTES_BETWEEN_FORGETTING, TimeUnit.MINUTES);
    }

    @Override
    public Optional<Known> known(KeyedRequest request) {
        return rows.find(request);
    }

    @Override
    public void run(KeyedRequest request, boolean again, Work work)
            throws IOException, ServletException {
        var transaction = new RequestTransaction(transactions, rows, signal, request, again);
        try {
            transaction.end(transaction.<Outcome, Exception>around(work::run));
        } catch (IOException | ServletException | RuntimeException failed) {
            throw failed;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        } finally {
            transaction.cancel();
        }
    }

    private void forget() {
        try {
            while (rows.forgetSome()) {
                LOG.debug("forgot some answers");
            }
        } catch (RuntimeException e) {
            LOG.warn("answers older than a day are still there: {}", e.toString());
        }
    }

    @Override
    public void close() {
        forgetting.shutdownNow();
    }
}
