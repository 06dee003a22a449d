package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next page of a long history while the one before it is worked on, by a thread of its
 * own. A page that was read ahead counts only if it is full: what lies in it never changes, but
 * behind a shorter one there may be more by now. To be asked by one thread.
 */
final class ReadAhead implements RemoteEvents, AutoCloseable {

    private static final long LONGEST_WAIT_SECONDS = 30;
    private static final long IDLE_SECONDS = 5;

    private record Ahead(long position, int limit, Future<List<EventEnvelope>> page) {}

    private final RemoteEvents events;
    private final ThreadPoolExecutor reader;
    private final Map<String, Ahead> bySource = new HashMap<>();

    ReadAhead(RemoteEvents events, String name) {
        this.events = events;
        this.reader =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("read-ahead-" + name).factory());
        reader.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<EventEnvelope> after(String source, long position, int limit) {
        var ahead = bySource.remove(source);
        var read = ahead == null ? null : fullPage(ahead, position, limit);
        var page = read == null ? events.after(source, position, limit) : read;
        if (page.size() == limit && !reader.isShutdown()) {
            long next = page.getLast().position();
            bySource.put(
                    source,
                    new Ahead(next, limit, reader.submit(() -> events.after(source, next, limit))));
        }
        return page;
    }

    /** Null if it is not this page, not full, or could not be read; then it is read once more. */
    private static @Nullable List<EventEnvelope> fullPage(Ahead ahead, long position, int limit) {
        if (ahead.position() != position || ahead.limit() != limit) {
            ahead.page().cancel(true);
            return null;
        }
        try {
            var page = ahead.page().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            return page.size() == limit ? page : null;
        } catch (ExecutionException | TimeoutException failed) {
            ahead.page().cancel(true);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a page", e);
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
