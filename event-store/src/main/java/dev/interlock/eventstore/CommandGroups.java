package dev.interlock.eventstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits the commands that wait at the same time in one transaction, so that they wait for the
 * disk and hold the append lock once. They run one after another, each sees what those before it
 * did, each that fails is undone alone, and none is answered before the commit.
 */
final class CommandGroups implements AutoCloseable {

    private static final int LARGEST = 64;

    /** No group takes in another command after this; far below the bound of a write. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int MOST_WAITING = 1_000;

    private static final ScopedValue<Boolean> RUNNING = ScopedValue.newInstance();

    private final TransactionTemplate transaction;
    private final CommitSignal signal;
    private final BlockingQueue<WaitingCommand<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer;
    private volatile boolean open = true;

    CommandGroups(PlatformTransactionManager transactions, CommitSignal signal, Duration longest) {
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout((int) longest.toSeconds());
        this.signal = signal;
        this.writer =
                Thread.ofPlatform()
                        .name("commands")
                        .daemon()
                        .start(() -> ScopedValue.where(RUNNING, true).run(this::work));
    }

    /** Whether the caller is a command in a group, whose transaction is the group's. */
    static boolean isRunningHere() {
        return RUNNING.isBound();
    }

    /** Runs a command of a transaction that the caller ends, with savepoints as a group does. */
    static <R> R runHere(Supplier<R> command) {
        return ScopedValue.where(RUNNING, true).call(command::get);
    }

    /** Whether a command sent from here is a part of the caller's own transaction. */
    static boolean joinsCaller() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /**
     * Runs the command and answers after its commit; an exception of the command is thrown as it
     * is. Within a transaction of the caller's the command is a part of that one.
     *
     * @throws TransientDataAccessResourceException if it was not begun, or did not end, in time
     */
    <R> R run(Supplier<R> command, Receipt receipt, Duration atMost) {
        return isRunningHere() || joinsCaller()
                ? command.get()
                : runApart(command, receipt, atMost);
    }

    /**
     * As {@link #run}, but never within a transaction of the caller's, who must not have appended
     * anything in it: the group would wait for the lock that the caller holds.
     */
    <R> R runApart(Supplier<R> command, Receipt receipt, Duration atMost) {
        var entry = new WaitingCommand<>(command, receipt);
        if (!open || !waiting.offer(entry)) {
            throw new TransientDataAccessResourceException(
                    open ? MOST_WAITING + " commands wait already" : "the service is stopping");
        }
        return entry.await(atMost);
    }

    int waiting() {
        return waiting.size();
    }

    private void work() {
        while (open || !waiting.isEmpty()) {
            try {
                commit(waiting.take());
            } catch (InterruptedException stopping) {
                break;
            }
        }
        var stopping = new TransientDataAccessResourceException("the service is stopping");
        for (var left = waiting.poll(); left != null; left = waiting.poll()) {
            left.fail(stopping);
        }
    }

    private void commit(WaitingCommand<?> first) {
        List<WaitingCommand<?>> group = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> runAll(first, group, status));
        } catch (RuntimeException | Error notCommitted) {
            group.forEach(command -> command.fail(notCommitted));
            first.fail(notCommitted);
            return;
        }
        group.stream().mapToLong(WaitingCommand::position).max().ifPresent(signal::committed);
        group.forEach(WaitingCommand::answer);
    }

    private void runAll(
            WaitingCommand<?> first, List<WaitingCommand<?>> group, TransactionStatus status) {
        long end = System.nanoTime() + LONGEST.toNanos();
        @Nullable WaitingCommand<?> next = first;
        while (next != null) {
            if (next.begin()) {
                boolean alone = group.isEmpty();
                group.add(next);
                @Nullable Object before = alone ? null : status.createSavepoint();
                if (!next.run()) {
                    if (before == null) {
                        status.setRollbackOnly();
                        return;
                    }
                    status.rollbackToSavepoint(before);
                }
            }
            boolean full = group.size() >= LARGEST || System.nanoTime() > end;
            next = full ? null : waiting.poll();
        }
    }

    /** Lets the groups at work and waiting end first. */
    @Override
    public void close() {
        open = false;
        var nothing = new WaitingCommand<>(() -> true, new Receipt());
        if (!waiting.offer(nothing)) { // the writer has enough to wake up for
            nothing.fail(new IllegalStateException("stopping"));
        }
        try {
            writer.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
