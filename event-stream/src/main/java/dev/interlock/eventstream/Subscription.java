package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Heartbeat;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the events of some sources and feeds them to one subscriber: each once, in order per
 * source, whatever Kafka delivers twice, swapped, garbled or not at all.
 *
 * <p>The tail comes from Kafka. What lies before it is read from the owners: at the start, after a
 * reconnection, and where a record is missing or unreadable. Kafka or an owner being away delays,
 * and loses nothing. Replicas of a service each follow all of it (no consumer groups).
 */
public final class Subscription implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Subscription.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration POLL_WHILE_RECOVERING = Duration.ofMillis(20);
    private static final Duration RECOVERY_RETRY = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final int BATCH = 500;
    private static final int BATCHES_AT_A_TIME = 20;

    private final String name;
    private final List<String> sources;
    private final KafkaSettings kafka;
    private final ReadAhead owners;
    private final Subscriber subscriber;
    private final Clock clock;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final MessageJson messages = new MessageJson();
    private final Worker worker;
    private final Delivery delivery;
    private final SubscriptionMeters meters;
    private final Outage outage;
    private final Watermarks watermarks;
    private final Map<String, Outage> ownerOutages = new LinkedHashMap<>();

    /**
     * @param name tells this subscription from others in logs and metrics
     */
    public Subscription(
            String name,
            Set<String> sources,
            KafkaSettings kafka,
            RemoteEvents owners,
            Subscriber subscriber,
            Clock clock,
            MeterRegistry meters) {
        this.name = name;
        this.sources = sources.stream().sorted().toList();
        this.kafka = kafka;
        this.owners = new ReadAhead(owners, name);
        this.subscriber = subscriber;
        this.clock = clock;
        this.worker = new Worker("subscription-" + name, this::run);
        this.delivery = new Delivery(name, subscriber, worker);
        this.outage = new Outage(log, "subscription " + name);
        this.watermarks = new Watermarks(this.sources);
        this.meters = new SubscriptionMeters(name, this.sources, watermarks, clock, meters);
        this.sources.forEach(
                s -> ownerOutages.put(s, new Outage(log, name + ": reading from owner of " + s)));
    }

    public void start() {
        worker.start();
    }

    @Override
    public void close() {
        worker.close();
        owners.close();
    }

    /** The newest position of the source that the subscriber has handled. */
    public long position(String source) {
        return watermarks.of(source).position();
    }

    /**
     * As of when this subscription knows that it misses nothing of the source; {@link
     * Instant#EPOCH} before it ever did. While Kafka or the owner's relay is away, it stands still.
     */
    public Instant heardAt(String source) {
        return watermarks.of(source).heardAt();
    }

    /** Waits until the position is handled; false if it was not within the time. */
    public boolean awaitPosition(String source, long position, Duration atMost)
            throws InterruptedException {
        return watermarks.await(source, position, atMost);
    }

    private void run() {
        while (worker.running() && !loadPositions()) {}
        recoverDue();
        while (worker.running()) {
            try (KafkaConsumer<String, byte[]> consumer = connect()) {
                outage.over();
                // the topics' ends are fixed now; what was appended before is read from the owners
                sources.forEach(s -> watermarks.of(s).mustRecover(clock.instant()));
                follow(consumer);
            } catch (Exception e) {
                if (worker.running()) {
                    worker.pause(outage.failed(e));
                    recoverDue();
                }
            }
        }
    }

    private boolean loadPositions() {
        try {
            for (String source : sources) {
                watermarks.start(source, subscriber.position(source));
            }
            outage.over();
            return true;
        } catch (Exception e) {
            worker.pause(outage.failed(e));
            return false;
        }
    }

    private KafkaConsumer<String, byte[]> connect() {
        try (var admin = Clients.admin(kafka)) {
            Topics.ensure(admin, kafka, sources);
        }
        KafkaConsumer<String, byte[]> consumer = Clients.consumer(kafka);
        try {
            var partitions = new ArrayList<TopicPartition>();
            sources.forEach(s -> partitions.add(new TopicPartition(Sources.topic(s), 0)));
            partitions.add(new TopicPartition(Sources.HEARTBEAT_TOPIC, 0));
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var silence = new Outage(log, name + ": listening to Kafka");
        Instant heard = clock.instant();
        while (worker.running()) {
            recoverDue();
            ConsumerRecords<String, byte[]> records =
                    consumer.poll(watermarks.recovering() ? POLL_WHILE_RECOVERING : POLL);
            for (String source : sources) {
                records.records(new TopicPartition(Sources.topic(source), 0))
                        .forEach(r -> receive(source, r));
            }
            // after the events, so that a heartbeat is not ahead of what came with it
            records.records(new TopicPartition(Sources.HEARTBEAT_TOPIC, 0))
                    .forEach(this::receiveHeartbeat);
            Instant now = clock.instant();
            sources.forEach(s -> recoverLostTail(s, now));
            if (!records.isEmpty()) {
                heard = now;
                silence.over();
            } else if (heard.plus(SILENCE).isBefore(now)) {
                silence.failed(new IllegalStateException("nothing heard for " + SILENCE));
                heard = now;
            }
        }
    }

    private void receive(String source, ConsumerRecord<String, byte[]> record) {
        SourceProgress progress = watermarks.of(source);
        try {
            EventEnvelope event = codec.fromRecord(record);
            if (!event.source().equals(source)) {
                throw new UndecodableEventException("a record of " + event.source(), null);
            }
            switch (progress.judge(event)) {
                case DUPLICATE -> meters.duplicate(source);
                case GAP -> {
                    if (progress.mustRecover(clock.instant())) {
                        meters.gap(source);
                        log.info(
                                "{}: {}/{} came without {}; reading from the owner",
                                name,
                                source,
                                event.position(),
                                event.previousPosition());
                    }
                }
                case NEXT -> {
                    handle(event, messages.read(event));
                    progress.heard(event.time(), clock.instant());
                }
            }
        } catch (UndecodableEventException e) {
            meters.undecodable(source);
            log.warn(
                    "{}: record {} of {} is unreadable ({}); asking the owner",
                    name,
                    record.offset(),
                    record.topic(),
                    e.getMessage());
            progress.mustRecover(clock.instant());
        }
    }

    private void receiveHeartbeat(ConsumerRecord<String, byte[]> record) {
        try {
            Heartbeat heartbeat = codec.heartbeat(record);
            if (sources.contains(heartbeat.source())) {
                watermarks
                        .of(heartbeat.source())
                        .announced(heartbeat.position(), heartbeat.time(), clock.instant());
            }
        } catch (UndecodableEventException e) {
            log.debug("{}: unreadable heartbeat", name, e);
        }
    }

    private void recoverLostTail(String source, Instant now) {
        if (watermarks.of(source).lostTail(now) && watermarks.of(source).mustRecover(now)) {
            meters.gap(source);
            log.info("{}: what {} announced did not come; reading from the owner", name, source);
        }
    }

    private void recoverDue() {
        for (String source : sources) {
            SourceProgress progress = watermarks.of(source);
            Outage away = ownerOutages.get(source);
            if (away == null || !progress.recoverDue(clock.instant()) || !worker.running()) {
                continue;
            }
            try {
                if (readFromOwner(source, progress)) {
                    progress.recovered();
                }
                away.over();
            } catch (Exception e) {
                away.failed(e);
                progress.recoverAgainAt(clock.instant().plus(RECOVERY_RETRY));
            }
        }
    }

    /** Returns false if there is more to read, so that other sources get their turn. */
    private boolean readFromOwner(String source, SourceProgress progress) {
        for (int i = 0; i < BATCHES_AT_A_TIME && worker.running(); i++) {
            List<EventEnvelope> batch = owners.after(source, progress.position(), BATCH);
            for (EventEnvelope event : batch) {
                if (progress.judge(event) != SourceProgress.Verdict.DUPLICATE) {
                    handleOrPark(event);
                }
            }
            if (batch.size() < BATCH) {
                return true;
            }
        }
        return false;
    }

    private void handleOrPark(EventEnvelope event) {
        Message message;
        try {
            message = messages.read(event);
        } catch (UndecodableEventException e) {
            done(event, delivery.park(event, e.getMessage() == null ? "" : e.getMessage()));
            return;
        }
        handle(event, message);
    }

    private void handle(EventEnvelope event, @Nullable Message message) {
        done(event, delivery.handle(event, message));
    }

    private void done(EventEnvelope event, Delivery.Outcome outcome) {
        switch (outcome) {
            case HANDLED -> meters.applied(event.source());
            case PARKED -> meters.parked(event.source());
            case GIVEN_UP -> {
                return;
            }
        }
        watermarks.advance(event);
    }
}
