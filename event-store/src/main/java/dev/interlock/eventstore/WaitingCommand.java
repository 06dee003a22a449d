package dev.interlock.eventstore;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;

/** A command and who waits for its answer. */
final class WaitingCommand<R> {

    private final Supplier<R> command;
    private final Receipt receipt;
    private final CompletableFuture<R> answer = new CompletableFuture<>();

    /**
     * Whoever sets it decides: the writer, that it is run, or the caller, that it never will be.
     */
    private final AtomicBoolean settled = new AtomicBoolean();

    private @Nullable R result;
    private @Nullable Throwable failure;

    WaitingCommand(Supplier<R> command, Receipt receipt) {
        this.command = command;
        this.receipt = receipt;
    }

    /** False if the caller has given up. */
    boolean begin() {
        return settled.compareAndSet(false, true);
    }

    /** False if it failed, and all it did has to be undone. */
    boolean run() {
        try {
            result = command.get();
            return true;
        } catch (RuntimeException | Error refusedOrFailed) {
            failure = refusedOrFailed;
            return false;
        }
    }

    /** Of its newest event; 0 if it appended none. */
    long position() {
        return failure == null ? receipt.position() : 0;
    }

    /** To be called after the commit. */
    @SuppressWarnings("NullAway") // a result is what the handler made it, null included
    void answer() {
        if (failure != null) {
            answer.completeExceptionally(failure);
        } else {
            answer.complete(result);
        }
    }

    void fail(Throwable notCommitted) {
        answer.completeExceptionally(notCommitted);
    }

    R await(Duration atMost) {
        try {
            return answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw asItIs(e.getCause());
        } catch (TimeoutException e) {
            throw new TransientDataAccessResourceException(
                    begin()
                            ? "the command was not begun in time, and will not be"
                            : "the command did not end in time; whether it will is not known",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            begin();
            throw new TransientDataAccessResourceException("interrupted while waiting", e);
        }
    }

    private static RuntimeException asItIs(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception
                ? exception
                : new IllegalStateException(failure);
    }
}
