package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Heartbeat;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what one event store has committed on {@code interlock.<source>.v1}, in order, each
 * event once unless a failure leaves it in doubt, and says by heartbeats how far it is.
 *
 * <p>Needs the tables of {@code classpath:db/event-stream}, unqualified. Runs in its own thread and
 * retries for ever; nothing it does delays a command.
 */
public final class Relay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    private static final Duration NOTE = Duration.ofSeconds(1);
    private static final Duration TOPIC_CHECK = Duration.ofSeconds(5);

    private final String source;
    private final KafkaSettings kafka;
    private final RelayPositions positions;
    private final CommittedEvents events;
    private final Clock clock;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Worker worker;
    private final Outage outage;
    private final Counter published;
    private final Counter failures;
    private volatile long position;
    private volatile long head;
    private volatile boolean connected;

    public Relay(
            String source,
            KafkaSettings kafka,
            DataSource database,
            CommittedEvents events,
            Clock clock,
            MeterRegistry meters) {
        this.source = source;
        this.kafka = kafka;
        this.positions = new RelayPositions(database, source);
        this.events = events;
        this.clock = clock;
        this.worker = new Worker("relay-" + source, this::run);
        this.outage = new Outage(log, "relay of " + source);
        this.published = meters.counter("interlock.relay.published", "source", source);
        this.failures = meters.counter("interlock.relay.failures", "source", source);
        Gauge.builder("interlock.relay.position", () -> position)
                .tag("source", source)
                .register(meters);
        Gauge.builder("interlock.relay.lag", () -> Math.max(0, head - position))
                .tag("source", source)
                .register(meters);
        Gauge.builder("interlock.relay.connected", () -> connected ? 1 : 0)
                .tag("source", source)
                .register(meters);
    }

    public void start() {
        worker.start();
    }

    /** Stops within seconds; what is committed and not published yet is published by the next. */
    @Override
    public void close() {
        worker.close();
    }

    /** The newest position that this relay knows to be on the topic. */
    public long position() {
        return position;
    }

    private void run() {
        while (worker.running()) {
            try (RelayPositions.Turn turn = positions.take()) {
                if (turn == null) {
                    worker.pause(NOTE);
                } else {
                    publish(turn);
                }
            } catch (Exception e) {
                if (worker.running()) {
                    failures.increment();
                    worker.pause(outage.failed(e));
                }
            } finally {
                connected = false;
            }
        }
    }

    private void publish(RelayPositions.Turn turn) throws SQLException, InterruptedException {
        try (TopicWriter topic = new TopicWriter(source, kafka, codec)) {
            position = resume(turn, topic);
            connected = true;
            outage.over();
            long noted = -1;
            long heartbeatDue = System.nanoTime();
            long noteDue = heartbeatDue;
            long topicCheckDue = heartbeatDue + TOPIC_CHECK.toNanos();
            while (worker.running()) {
                Instant asOf = clock.instant();
                List<EventEnvelope> batch = events.after(position, BATCH);
                long now = System.nanoTime();
                if (!batch.isEmpty()) {
                    topic.publish(batch);
                    position = batch.getLast().position();
                    published.increment(batch.size());
                } else if (now >= heartbeatDue) {
                    topic.say(new Heartbeat(source, position, asOf));
                    heartbeatDue = now + HEARTBEAT.toNanos();
                } else {
                    events.await(position, POLL);
                }
                if (now >= noteDue) {
                    turn.check();
                    head = events.head();
                    noted = note(turn, topic, noted);
                    noteDue = now + NOTE.toNanos();
                }
                if (now >= topicCheckDue) {
                    topic.check();
                    topicCheckDue = now + TOPIC_CHECK.toNanos();
                }
            }
            note(turn, topic, noted);
        }
    }

    private long note(RelayPositions.Turn turn, TopicWriter topic, long noted) throws SQLException {
        if (noted != position) {
            turn.save(new RelayPosition(topic.topicId(), position));
        }
        return position;
    }

    private long resume(RelayPositions.Turn turn, TopicWriter topic) throws SQLException {
        RelayPosition noted = turn.load();
        List<EventEnvelope> tail = TopicTail.read(kafka, codec, source);
        EventEnvelope newest = TopicTail.newest(TopicTail.ours(tail, events));
        long after = ResumePoint.after(noted, topic.topicId(), newest);
        if (noted != null && !noted.topicId().equals(topic.topicId())) {
            log.warn(
                    "relay of {}: its topic is new; publishing again from the first event", source);
            turn.save(new RelayPosition(topic.topicId(), 0));
        } else if (newest == null && !tail.isEmpty()) {
            log.warn(
                    "relay of {}: its topic holds events of another history; going on after {}",
                    source,
                    after);
        }
        return after;
    }
}
