package dev.interlock.rules.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.DeploymentRefusedV1;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.edge.Problem;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Applies the events of the audit log, as the live world had them applied when they came. That
 * keeps a processor busy for seconds, which a virtual thread must not: there are as many to carry
 * those as there are processors, and the gate is served by them too.
 */
@Component
final class AuditedWorlds implements RecordedWorlds, DisposableBean {

    private static final int PAGE = 2_000;
    private static final int AT_ONCE = 2;

    /** As long as the gateway waits for such answers. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final AuditLines log;
    private final Coverage coverage;
    private final EnvelopeLines lines = new EnvelopeLines();
    private final MessageJson messages = new MessageJson();

    /** More wait for their turn. */
    private final ExecutorService readers = threads("record-reader", AT_ONCE);

    /** Reads the next page while the one before is applied. */
    private final ExecutorService decoders = threads("record-decoder", 1);

    /**
     * @param message null for what this build does not know, and for what it cannot read
     * @param unreadable why it cannot be read; null if it can, or need not be
     */
    private record Recorded(
            EventEnvelope event, @Nullable Message message, @Nullable String unreadable) {}

    AuditedWorlds(AuditLines log, Coverage coverage) {
        this.log = log;
        this.coverage = coverage;
    }

    private static ExecutorService threads(String name, int count) {
        return Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
        decoders.shutdownNow();
    }

    @Override
    public Optional<Attempt> attempt(String decision) {
        return log.attempt(decision)
                .map(this::decoded)
                .map(recorded -> attempt(recorded.event(), recorded.message()));
    }

    @Override
    public World at(Map<String, Long> positions) {
        return result(readers.submit(() -> read(positions)));
    }

    @Override
    public World at(Instant time, Map<String, Long> known) {
        return result(readers.submit(() -> read(time, known)));
    }

    @Override
    public void attempts(Instant since, Map<String, Long> known, Visitor visitor) {
        result(
                readers.submit(
                        () -> {
                            read(since, known, visitor);
                            return true;
                        }));
    }

    private static <T> T result(Future<T> reading) {
        try {
            return reading.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            throw Problem.unavailable(
                    "SERVICE_UNAVAILABLE",
                    "the record was not read within " + LONGEST + ": others are reading it");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the record was not read", e);
        } catch (InterruptedException stopping) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the record was read", stopping);
        }
    }

    private World read(Map<String, Long> positions) {
        var world = new WorldWriter();
        positions.forEach(
                (source, position) -> new Reading(source, position).applyUpTo(position, world));
        return mapped(world);
    }

    private World read(Instant time, Map<String, Long> known) {
        var world = new WorldWriter();
        for (var source : List.of(Sources.DR, Sources.APPROVAL, Sources.RULES)) {
            var reading = new Reading(source, known.getOrDefault(source, 0L));
            reading.applyWhile(event -> !event.time().isAfter(time), world);
            reading.expectKnown();
        }
        return mapped(world);
    }

    /** What a request covers whose record cannot be read its owner has said since: not an event. */
    private World mapped(WorldWriter world) {
        coverage.answers(world.snapshot()).forEach(answer -> answer.accept(world));
        return world.snapshot();
    }

    private void read(Instant since, Map<String, Long> known, Visitor visitor) {
        var world = new WorldWriter();
        var others =
                Map.of(
                        Sources.APPROVAL,
                        new Reading(Sources.APPROVAL, known.getOrDefault(Sources.APPROVAL, 0L)),
                        Sources.RULES,
                        new Reading(Sources.RULES, known.getOrDefault(Sources.RULES, 0L)));
        var owner = new Reading(Sources.DR, known.getOrDefault(Sources.DR, 0L));
        for (var recorded = owner.next(); recorded != null; recorded = owner.next()) {
            var attempt = attempt(recorded.event(), recorded.message());
            if (attempt != null && !attempt.at().isBefore(since)) {
                var seen = attempt.decision().asOf();
                others.forEach(
                        (source, reading) ->
                                reading.applyUpTo(seen.getOrDefault(source, 0L), world));
                visitor.attempt(attempt, world.snapshot());
            }
            apply(recorded, world);
        }
        owner.expectKnown();
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

    private List<Recorded> page(String source, long after) {
        return log.read(source, after, PAGE).stream().map(this::decoded).toList();
    }

    private Recorded decoded(String line) {
        var event = lines.read(line);
        try {
            return new Recorded(event, messages.read(event), null);
        } catch (UndecodableEventException unreadable) {
            return new Recorded(event, null, String.valueOf(unreadable.getMessage()));
        }
    }

    private static void apply(Recorded recorded, WorldWriter world) {
        if (recorded.message() != null) {
            WorldMessages.apply(recorded.event(), recorded.message(), world);
        } else if (recorded.unreadable() != null) {
            WorldMessages.parked(recorded.event(), recorded.unreadable(), world);
        } else {
            WorldMessages.unknown(recorded.event(), world);
        }
    }

    /**
     * One source's events, in order, a page at a time. The record follows what is known by some
     * milliseconds, so where it ends too early it is read again, for a while.
     */
    private final class Reading {

        private final String source;
        private final long known;
        private final long patience = System.nanoTime() + PATIENCE.toNanos();
        private final Queue<Recorded> page = new ArrayDeque<>();
        private @Nullable Future<List<Recorded>> following;
        private long read;
        private boolean ended;

        /**
         * @param known the position the record must reach
         */
        Reading(String source, long known) {
            this.source = source;
            this.known = known;
        }

        void applyUpTo(long position, WorldWriter world) {
            applyWhile(event -> event.position() <= position, world);
        }

        void applyWhile(Predicate<EventEnvelope> wanted, WorldWriter world) {
            for (var next = peek(); next != null && wanted.test(next.event()); next = peek()) {
                page.remove();
                apply(next, world);
            }
        }

        /**
         * @throws Problem 503 if the record ends before what is known
         */
        void expectKnown() {
            if (peek() == null && read < known) {
                throw Problem.unavailable(
                        "SERVICE_UNAVAILABLE",
                        "the record of %s ends at %d (expected: >= %d)"
                                .formatted(source, read, known));
            }
        }

        @Nullable Recorded next() {
            var next = peek();
            page.poll();
            return next;
        }

        private @Nullable Recorded peek() {
            turn();
            while (page.isEmpty() && read < known && System.nanoTime() < patience) {
                pause();
                ended = false;
                turn();
            }
            return page.peek();
        }

        private void turn() {
            if (page.isEmpty() && !ended) {
                var more = following == null ? page(source, read) : result(following);
                following = null;
                ended = more.size() < PAGE;
                if (!more.isEmpty()) {
                    page.addAll(more);
                    read = more.getLast().event().position();
                }
                if (!ended) {
                    long after = read;
                    following = decoders.submit(() -> page(source, after));
                }
            }
        }
    }
}
