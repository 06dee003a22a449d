package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Plays the owner's event store: what it committed, and a signal for each commit. */
final class History implements CommittedEvents, RemoteEvents {

    private final String id = UUID.randomUUID().toString();
    private final List<EventEnvelope> events = new ArrayList<>();
    private boolean away;
    private int reads;

    synchronized EventEnvelope commit() {
        return commit(Envelopes.product(id, events.size() + 1L));
    }

    synchronized EventEnvelope commit(EventEnvelope event) {
        events.add(event);
        notifyAll();
        return event;
    }

    void commit(int count) {
        for (int i = 0; i < count; i++) {
            commit();
        }
    }

    String id() {
        return id;
    }

    synchronized void away(boolean now) {
        away = now;
    }

    /** How often the owner was asked. */
    synchronized int reads() {
        return reads;
    }

    synchronized List<String> ids() {
        return events.stream().map(EventEnvelope::id).toList();
    }

    @Override
    public synchronized List<EventEnvelope> after(long position, int limit) {
        if (away) {
            throw new IllegalStateException("the owner is away");
        }
        return events.stream().filter(e -> e.position() > position).limit(limit).toList();
    }

    @Override
    public synchronized List<EventEnvelope> after(String source, long position, int limit) {
        reads++;
        return after(position, limit);
    }

    @Override
    public synchronized void await(long position, Duration atMost) throws InterruptedException {
        if (head() <= position) {
            wait(atMost.toMillis());
        }
    }

    @Override
    public synchronized long head() {
        return events.isEmpty() ? 0 : events.getLast().position();
    }
}
