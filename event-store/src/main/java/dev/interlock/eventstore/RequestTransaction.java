package dev.interlock.eventstore;

import dev.interlock.edge.Problem;
import dev.interlock.edge.idempotency.AnswerStore.Known;
import dev.interlock.edge.idempotency.AnswerStore.Outcome;
import dev.interlock.edge.idempotency.KeyedRequest;
import dev.interlock.edge.idempotency.StoredAnswer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * One transaction for all commands of a request and for what is answered to it. It begins with the
 * first command, so that nothing is held while the request asks others, and ends when the answer is
 * known. Belongs to the thread of the request.
 */
final class RequestTransaction {

    private static final ScopedValue<RequestTransaction> CURRENT = ScopedValue.newInstance();

    private final PlatformTransactionManager transactions;
    private final AnswerRows rows;
    private final CommitSignal signal;
    private final KeyedRequest request;
    private final boolean again;
    private @Nullable TransactionStatus status;
    private boolean carriedOut;
    private boolean denied;
    private long position;

    RequestTransaction(
            PlatformTransactionManager transactions,
            AnswerRows rows,
            CommitSignal signal,
            KeyedRequest request,
            boolean again) {
        this.transactions = transactions;
        this.rows = rows;
        this.signal = signal;
        this.request = request;
        this.again = again;
    }

    /** The one that a command sent from here belongs to; null if to none. */
    static @Nullable RequestTransaction current() {
        return CURRENT.isBound() && !CommandGroups.isRunningHere() ? CURRENT.get() : null;
    }

    /** Runs what sends the commands. */
    <R, X extends Throwable> R around(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Whether a command has appended already, so that the append lock is held. */
    boolean hasAppended() {
        return position > 0;
    }

    /**
     * Runs a command. One that fails is undone alone, as it would be in a group.
     *
     * @throws Problem if the key stands for something else, or is in use
     */
    <R> R run(Supplier<R> command, Receipt receipt) {
        TransactionStatus open = begun();
        Object before = open.createSavepoint();
        try {
            R result = CommandGroups.runHere(command);
            carriedOut = true;
            position = Math.max(position, receipt.position());
            return result;
        } catch (RuntimeException | Error refusedOrFailed) {
            undo(open, before, refusedOrFailed);
            throw refusedOrFailed;
        }
    }

    /** Nothing is held while the request asks others, unless there is something to keep. */
    private void undo(TransactionStatus open, Object before, Throwable because) {
        try {
            if (carriedOut) {
                open.rollbackToSavepoint(before);
            } else {
                cancel();
            }
        } catch (RuntimeException e) {
            because.addSuppressed(e); // what was refused, or failed, is what the caller is told
        }
    }

    private TransactionStatus begun() {
        TransactionStatus open = status;
        if (open == null) {
            open = transactions.getTransaction(bounded());
            status = open;
            try {
                claim();
            } catch (RuntimeException notOurs) {
                cancel();
                denied = true;
                throw notOurs;
            }
        }
        return open;
    }

    private static DefaultTransactionDefinition bounded() {
        Duration longest = EventStoreConfiguration.LONGEST_WRITE;
        var definition = new DefaultTransactionDefinition();
        definition.setTimeout((int) longest.toSeconds());
        return definition;
    }

    private void claim() {
        if (!rows.lock(request)) {
            throw KeyedRequest.inUse();
        }
        Known known = rows.find(request).orElse(null);
        if (known != null && !known.fingerprint().equals(request.fingerprint())) {
            throw KeyedRequest.reused();
        }
        if (known != null && known.answer() != null && !again) {
            throw KeyedRequest
                    .inUse(); // its answer has come meanwhile, and will be given next time
        }
    }

    /** Stores the answer if a command was carried out for it, and commits. */
    void end(Outcome outcome) {
        switch (outcome) {
            case Outcome.Failed _ -> cancel();
            case Outcome.Refused _ -> keep(null);
            case Outcome.Done(var answer) -> keep(carriedOut ? answer : null);
        }
    }

    /** Without an answer only what the key stands for is kept. */
    private void keep(@Nullable StoredAnswer answer) {
        if (denied) {
            return;
        }
        try {
            begun();
        } catch (Problem another) {
            return; // nothing was carried out here, and the key is another request's now
        }
        rows.put(request, answer);
        commit();
    }

    private void commit() {
        TransactionStatus open = status;
        status = null;
        if (open != null) {
            transactions.commit(open);
            if (position > 0) {
                signal.committed(position);
            }
        }
    }

    /** Undoes all that is not committed. */
    void cancel() {
        TransactionStatus open = status;
        status = null;
        if (open != null) {
            transactions.rollback(open);
        }
    }
}
