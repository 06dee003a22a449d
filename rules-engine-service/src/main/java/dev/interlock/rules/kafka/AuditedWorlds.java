package dev.interlock.rules.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.DeploymentRefusedV1;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.eventstream.EnvelopeLines;
import dev.interlock.eventstream.MessageJson;
import dev.interlock.eventstream.UndecodableEventException;
import dev.interlock.rules.projection.RecordedWorlds;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.projection.WorldWriter;
import dev.interlock.rules.read.audit.AuditLines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies the events of the audit log, as the live world had them applied when they came. */
@Component
final class AuditedWorlds implements RecordedWorlds {

    private static final int PAGE = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final AuditLines log;
    private final Coverage coverage;
    private final EnvelopeLines lines = new EnvelopeLines();
    private final MessageJson messages = new MessageJson();

    AuditedWorlds(AuditLines log, Coverage coverage) {
        this.log = log;
        this.coverage = coverage;
    }

    @Override
    public World at(Map<String, Long> positions) {
        var world = new WorldWriter();
        long end = System.nanoTime() + PATIENCE.toNanos();
        positions.forEach(
                (source, position) -> {
                    var reading = new Reading(source);
                    reading.applyUpTo(position, world);
                    while (world.position(source) < position && System.nanoTime() < end) {
                        pause(); // the record follows what was decided on by some milliseconds
                        reading.goOn();
                        reading.applyUpTo(position, world);
                    }
                });
        return mapped(world);
    }

    @Override
    public World at(Instant time) {
        var world = new WorldWriter();
        Stream.of(Sources.DR, Sources.APPROVAL, Sources.RULES)
                .forEach(
                        source ->
                                new Reading(source)
                                        .applyWhile(event -> !event.time().isAfter(time), world));
        return mapped(world);
    }

    /** What a request covers whose record cannot be read its owner has said since: not an event. */
    private World mapped(WorldWriter world) {
        coverage.answers(world.snapshot()).forEach(answer -> answer.accept(world));
        return world.snapshot();
    }

    @Override
    public void attempts(Instant since, Visitor visitor) {
        var world = new WorldWriter();
        var others =
                Map.of(
                        Sources.APPROVAL,
                        new Reading(Sources.APPROVAL),
                        Sources.RULES,
                        new Reading(Sources.RULES));
        var owner = new Reading(Sources.DR);
        for (var event = owner.next(); event != null; event = owner.next()) {
            var message = read(event);
            var attempt = attempt(event, message);
            if (attempt != null && !event.time().isBefore(since)) {
                var seen = attempt.decision().asOf();
                others.forEach(
                        (source, reading) ->
                                reading.applyUpTo(seen.getOrDefault(source, 0L), world));
                visitor.attempt(attempt, world.snapshot());
            }
            apply(event, message, world);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Attempt attempt(EventEnvelope event, @Nullable Message message) {
        return switch (message) {
            case DeploymentStartedV1 e ->
                    new Attempt(
                            e.deploymentId(),
                            e.decision(),
                            e.deployer(),
                            event.actorKind(),
                            event.time());
            case DeploymentRefusedV1 e ->
                    new Attempt(
                            e.attemptId(),
                            e.decision(),
                            e.deployer(),
                            event.actorKind(),
                            event.time());
            case null -> null;
            case Message _ -> null;
        };
    }

    /** Null for what this build does not know, or cannot read. */
    private @Nullable Message read(EventEnvelope event) {
        try {
            return messages.read(event);
        } catch (UndecodableEventException unreadable) {
            return null;
        }
    }

    private void apply(EventEnvelope event, @Nullable Message message, WorldWriter world) {
        if (message != null) {
            WorldMessages.apply(event, message, world);
        } else {
            try {
                messages.read(event);
                WorldMessages.unknown(event, world);
            } catch (UndecodableEventException unreadable) {
                WorldMessages.parked(event, String.valueOf(unreadable.getMessage()), world);
            }
        }
    }

    /** One source's events, in order, a page at a time. */
    private final class Reading {

        private final String source;
        private final Queue<EventEnvelope> page = new ArrayDeque<>();
        private long read;
        private boolean ended;

        Reading(String source) {
            this.source = source;
        }

        void applyUpTo(long position, WorldWriter world) {
            applyWhile(event -> event.position() <= position, world);
        }

        void applyWhile(Predicate<EventEnvelope> wanted, WorldWriter world) {
            for (var event = peek(); event != null && wanted.test(event); event = peek()) {
                page.remove();
                apply(event, AuditedWorlds.this.read(event), world);
            }
        }

        /** There may be more by now. */
        void goOn() {
            ended = false;
        }

        @Nullable EventEnvelope next() {
            var event = peek();
            page.poll();
            return event;
        }

        private @Nullable EventEnvelope peek() {
            if (page.isEmpty() && !ended) {
                var next = log.read(source, read, PAGE);
                ended = next.size() < PAGE;
                for (var line : next) {
                    var event = lines.read(line);
                    page.add(event);
                    read = event.position();
                }
            }
            return page.peek();
        }
    }
}
