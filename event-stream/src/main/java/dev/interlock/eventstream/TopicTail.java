package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What lies at the end of a source's topic: where a relay must go on. */
final class TopicTail {

    private static final int WINDOW = 2_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private TopicTail() {}

    /**
     * The newest event up to which this stretch of the topic has no hole; null if it is empty.
     *
     * <p>After a failed send a later record may lie on the topic without the one before it. Such
     * records do not count: they are published again, after the missing one.
     */
    static @Nullable EventEnvelope newest(List<EventEnvelope> tail) {
        EventEnvelope newest = null;
        for (EventEnvelope event : tail) {
            if (newest == null || follows(newest, event)) {
                newest = event;
            }
        }
        return newest;
    }

    private static boolean follows(EventEnvelope before, EventEnvelope event) {
        return event.position() > before.position()
                && event.previousPosition() <= before.position();
    }

    /** Only those events that our event store has too: a topic may outlive a database. */
    static List<EventEnvelope> ours(List<EventEnvelope> tail, CommittedEvents events) {
        if (tail.isEmpty()) {
            return tail;
        }
        long first = tail.stream().mapToLong(EventEnvelope::position).min().orElseThrow();
        var hashes = new HashMap<Long, String>();
        events.after(first - 1, WINDOW).forEach(e -> hashes.put(e.position(), e.chainHash()));
        return tail.stream().filter(e -> e.chainHash().equals(hashes.get(e.position()))).toList();
    }

    /** The last records of the topic that can be read as events of the source. */
    static List<EventEnvelope> read(KafkaSettings settings, EnvelopeCodec codec, String source) {
        var partition = new TopicPartition(Sources.topic(source), 0);
        try (Consumer<String, byte[]> consumer = Clients.consumer(settings)) {
            consumer.assign(List.of(partition));
            long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(begin, end - WINDOW));
            var events = new ArrayList<EventEnvelope>();
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (consumer.position(partition) < end) {
                if (System.nanoTime() > deadline) {
                    throw new org.apache.kafka.common.errors.TimeoutException(
                            "the end of " + partition + " could not be read within " + LIMIT);
                }
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    try {
                        EventEnvelope event = codec.fromRecord(record);
                        if (event.source().equals(source)) {
                            events.add(event);
                        }
                    } catch (UndecodableEventException e) {
                        // not one of ours: nothing to go on from
                    }
                }
            }
            return events;
        }
    }
}
