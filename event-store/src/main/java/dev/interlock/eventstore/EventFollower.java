package dev.interlock.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hands committed events, in order, to an automation: at least once, from a stored position, on one
 * replica at a time. What fails is tried again, ever more slowly, before anything after it. Events
 * this build does not know are passed over.
 */
public final class EventFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventFollower.class);
    private static final int PAGE = 200;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STANDBY = Duration.ofSeconds(1);

    private final String name;
    private final EventReader reader;
    private final EventCatalogue catalogue;
    private final CommitSignal signal;
    private final FollowerPositions positions;
    private final SingleRunner runner;
    private final BiConsumer<Occurrence, Object> handler;
    private volatile @Nullable Thread thread;
    private volatile long position;

    EventFollower(
            String name,
            EventReader reader,
            EventCatalogue catalogue,
            CommitSignal signal,
            FollowerPositions positions,
            SingleRunner runner,
            BiConsumer<Occurrence, Object> handler) {
        this.name = name;
        this.reader = reader;
        this.catalogue = catalogue;
        this.signal = signal;
        this.positions = positions;
        this.runner = runner;
        this.handler = handler;
    }

    /** The newest event handled, by this process. */
    public long position() {
        return position;
    }

    @Override
    public void start() {
        Thread unstarted = Thread.ofPlatform().name("follower-" + name).unstarted(this::run);
        thread = unstarted; // before it runs: a loop that does not find itself running ends at once
        unstarted.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        long failedAfter = -1;
        try (runner) {
            while (isRunning()) {
                try {
                    follow();
                } catch (RuntimeException | SQLException e) {
                    boolean again = position == failedAfter;
                    pause = again ? shorter(pause.multipliedBy(2), LONGEST_PAUSE) : FIRST_PAUSE;
                    failedAfter = position;
                    LOG.warn("{} fails after position {}, again in {}", name, position, pause, e);
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{} stops at position {}", name, position);
        } catch (SQLException e) {
            LOG.debug("{} lost its connection while stopping", name, e);
        }
    }

    private void follow() throws SQLException, InterruptedException {
        if (!runner.mayRun()) {
            Thread.sleep(STANDBY);
            return;
        }
        position = positions.of(name);
        while (isRunning()) {
            List<StoredEvent> page = reader.after(position, PAGE);
            if (page.isEmpty()) {
                signal.await(position, POLL);
            } else if (runner.stillMay()) {
                handle(page);
            } else {
                return;
            }
        }
    }

    private void handle(List<StoredEvent> page) throws InterruptedException {
        for (StoredEvent event : page) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (catalogue.knows(event)) {
                handler.accept(event.occurrence(), catalogue.decode(event));
            }
            positions.move(name, event.position());
            position = event.position();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
