package dev.interlock.rules.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.edge.Problem;
import dev.interlock.eventstream.MessageJson;
import dev.interlock.eventstream.UndecodableEventException;
import dev.interlock.rules.operate.Rebuilding;
import dev.interlock.rules.projection.LiveWorld;
import dev.interlock.rules.projection.StateHash;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.projection.WorldWriter;
import dev.interlock.rules.read.audit.AuditLog.Head;
import dev.interlock.rules.read.audit.AuditRebuild;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads every event from its owner, without Kafka. The live world and log serve meanwhile; they
 * stand still only for the tail, when the new ones take their place.
 */
@Component
final class RebuildFromOwners implements Rebuilding {

    private static final Logger log = LoggerFactory.getLogger(RebuildFromOwners.class);
    private static final int PAGE = 5_000;

    private final Owners owners;
    private final LiveWorld live;
    private final AuditRebuild audit;
    private final Coverage coverage;
    private final WarmStart stored;
    private final MessageJson messages = new MessageJson();
    private final AuditRecords records = new AuditRecords();
    private final ReentrantLock one = new ReentrantLock();
    private final ReentrantLock replacing = new ReentrantLock();

    RebuildFromOwners(
            Owners owners,
            LiveWorld live,
            AuditRebuild audit,
            Coverage coverage,
            WarmStart stored) {
        this.owners = owners;
        this.live = live;
        this.audit = audit;
        this.coverage = coverage;
        this.stored = stored;
    }

    @Override
    public Rebuilt rebuild() {
        if (!one.tryLock()) {
            throw Problem.of(409, "REBUILD_RUNNING", "another rebuild is running");
        }
        try {
            long start = System.nanoTime();
            var before = replaceWorld();
            var after = live.world();
            stored.forget();
            var hashBefore = StateHash.of(before);
            var hashAfter = StateHash.of(after);
            var auditRebuilt = rebuildAudit();
            var rebuilt =
                    new Rebuilt(
                            hashBefore.equals(hashAfter) && auditRebuilt.same(),
                            hashBefore,
                            hashAfter,
                            new TreeMap<>(before.positions()),
                            auditRebuilt,
                            (System.nanoTime() - start) / 1_000_000);
            log.info("projections rebuilt: {}", rebuilt);
            return rebuilt;
        } catch (UncheckedIOException | IllegalStateException failure) {
            log.warn("rebuild failed; what was live stays", failure);
            throw Problem.unavailable(
                    "REBUILD_FAILED", "an owner did not give all events; what was live stays");
        } finally {
            one.unlock();
        }
    }

    /**
     * The world only, for what is parked in it.
     *
     * @throws IllegalStateException if an owner does not give all events; what was live stays
     */
    void readWorldAgain() {
        replaceWorld();
    }

    /** Returns the world as it was. */
    private World replaceWorld() {
        replacing.lock();
        try {
            var next = new WorldWriter();
            catchUp(next, live.world());
            coverage.answers(next.snapshot()).forEach(answer -> answer.accept(next));
            return live.replace(
                    world -> {
                        catchUp(next, world);
                        return next;
                    });
        } finally {
            replacing.unlock();
        }
    }

    private AuditRebuilt rebuildAudit() {
        var replaced =
                audit.rebuild(
                        (source, after, upTo, into) ->
                                read(
                                        source,
                                        after,
                                        upTo,
                                        page ->
                                                into.write(
                                                        page.stream().map(records::of).toList())));
        return new AuditRebuilt(
                replaced.before().equals(replaced.after()),
                replaced.rows(),
                new TreeMap<>(of(replaced.after(), Head::position)),
                new TreeMap<>(of(replaced.before(), Head::hash)),
                new TreeMap<>(of(replaced.after(), Head::hash)));
    }

    private static <T> Map<String, T> of(
            Map<String, Head> heads, java.util.function.Function<Head, T> part) {
        return heads.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> part.apply(e.getValue())));
    }

    private void catchUp(WorldWriter next, World world) {
        world.positions()
                .forEach(
                        (source, upTo) ->
                                read(
                                        source,
                                        next.position(source),
                                        upTo,
                                        page -> page.forEach(event -> apply(event, next))));
    }

    private void apply(EventEnvelope event, WorldWriter world) {
        try {
            var message = messages.read(event);
            if (message == null) {
                WorldMessages.unknown(event, world);
            } else {
                WorldMessages.apply(event, message, world);
            }
        } catch (UndecodableEventException e) {
            WorldMessages.parked(event, String.valueOf(e.getMessage()), world);
        }
    }

    private void read(String source, long after, long upTo, Consumer<List<EventEnvelope>> into) {
        long position = after;
        while (position < upTo) {
            var page =
                    owners.after(source, position, PAGE).stream()
                            .filter(event -> event.position() <= upTo)
                            .toList();
            if (page.isEmpty()) {
                throw new IllegalStateException(
                        "%s: the owner has %d (expected: %d)".formatted(source, position, upTo));
            }
            into.accept(page);
            position = page.getLast().position();
        }
    }
}
