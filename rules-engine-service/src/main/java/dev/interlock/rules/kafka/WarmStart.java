package dev.interlock.rules.kafka;

import dev.interlock.contracts.Head;
import dev.interlock.eventstream.RemoteEvents;
import dev.interlock.rules.projection.LiveWorld;
import dev.interlock.rules.projection.StoredWorld;
import dev.interlock.rules.projection.StoredWorlds;
import dev.interlock.rules.projection.StoredWorlds.Stored;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.projection.WorldProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins with the world as it was stored, and stores it from time to time. A stored world is taken
 * only if this very build wrote it, and if its owners still have the events that it ends with: the
 * hash of each stands for all before it. In any doubt every event is read again.
 */
final class WarmStart implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WarmStart.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** How long an owner that is away holds up a start that could do without what is stored. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StoredWorlds worlds;
    private final RemoteEvents owners;
    private final LiveWorld live;
    private final WorldProperties settings;
    private final Clock clock;
    private final ReentrantLock storing = new ReentrantLock();
    private final CountDownLatch stop = new CountDownLatch(1);

    /** Not a virtual one: it computes for seconds. */
    private final Thread thread =
            Thread.ofPlatform().daemon().name("world-store").unstarted(this::run);

    private boolean begun;
    private long firstAsked;
    private volatile long storedEvents;

    WarmStart(
            StoredWorlds worlds,
            RemoteEvents owners,
            LiveWorld live,
            WorldProperties settings,
            Clock clock) {
        this.worlds = worlds;
        this.owners = owners;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Before the first event is handled; again, it does nothing.
     *
     * @throws RuntimeException if that cannot be done for now
     */
    void begin() {
        if (begun) {
            return;
        }
        if (firstAsked == 0) {
            firstAsked = System.nanoTime();
        }
        try {
            if (settings.storeEvery() > 0) {
                worlds.newest(ThisBuild.fingerprint()).ifPresent(this::take);
            }
        } catch (RuntimeException failure) {
            if (System.nanoTime() - firstAsked < PATIENCE.toNanos()) {
                throw failure;
            }
            log.warn("begins without the stored world: reads every event again", failure);
        }
        begun = true;
        if (settings.storeEvery() > 0) {
            thread.start();
        }
    }

    private void take(Stored stored) {
        for (var head : stored.heads()) {
            var event = owners.after(head.source(), head.position() - 1, 1);
            if (event.isEmpty()
                    || event.getFirst().position() != head.position()
                    || !event.getFirst().chainHash().equals(head.chainHash())) {
                log.warn(
                        "the world stored at {} is not of these event stores: {} differs at {}",
                        stored.storedAt(),
                        head.source(),
                        head.position());
                worlds.forget(stored.id());
                return;
            }
        }
        long start = System.nanoTime();
        try {
            live.begin(worlds.read(stored));
        } catch (RuntimeException damaged) {
            log.warn("the world stored at {} cannot be read", stored.storedAt(), damaged);
            worlds.forget(stored.id());
            return;
        }
        storedEvents = events(live.world());
        log.info(
                "begins with the world stored at {}: {}, {} bytes, {} ms",
                stored.storedAt(),
                live.world().positions(),
                stored.bytes(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private void run() {
        while (true) {
            try {
                if (stop.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                if (storeIfDue()
                        && stop.await(settings.storePause().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Returns true if it was tried. */
    private boolean storeIfDue() {
        storing.lock();
        try {
            return storeIfDueNow();
        } finally {
            storing.unlock();
        }
    }

    private boolean storeIfDueNow() {
        var world = live.world();
        if (events(world) - storedEvents < settings.storeEvery()
                || !StoredWorld.canBeStored(world)) {
            return false;
        }
        try {
            long start = System.nanoTime();
            worlds.store(world, ThisBuild.fingerprint(), heads(world), clock.instant());
            storedEvents = events(world);
            log.info(
                    "world stored for the next start: {}, {} ms",
                    world.positions(),
                    (System.nanoTime() - start) / 1_000_000);
        } catch (RuntimeException failure) { // whatever it is, the gate can do without
            log.warn("the world was not stored: the next start reads more events", failure);
        }
        return true;
    }

    private List<Head> heads(World world) {
        var heads = new ArrayList<Head>();
        for (var source : StoredWorld.SOURCES) {
            long position = world.position(source);
            if (position > 0) {
                var event = owners.after(source, position - 1, 1).getFirst();
                if (event.position() != position) {
                    throw new IllegalStateException(
                            "%s: the owner has %d (expected: %d)"
                                    .formatted(source, event.position(), position));
                }
                heads.add(new Head(source, position, event.chainHash()));
            }
        }
        return heads;
    }

    /** As far as they can be counted: some positions are not used. */
    private static long events(World world) {
        return StoredWorld.SOURCES.stream().mapToLong(world::position).sum();
    }

    /** What was stored is not to be believed any more; what is known now is stored before long. */
    void forget() {
        storing.lock(); // what is being stored may be what is not to be believed
        try {
            worlds.forgetAll();
            storedEvents = 0;
        } finally {
            storing.unlock();
        }
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
    }
}
