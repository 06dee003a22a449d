package dev.interlock.rules.kafka;

import dev.interlock.rules.projection.LiveWorld;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps a record that could not be read from doing more harm than it must: learns what its
 * deployment request covers, and reads everything again from the owners, more and more rarely,
 * while anything is parked. A record that only its copy on Kafka had spoilt is healed by that.
 */
@Component
final class ParkedRetry implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ParkedRetry.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final LiveWorld live;
    private final Coverage coverage;
    private final RebuildFromOwners rebuild;
    private final Thread thread = Thread.ofVirtual().name("parked-retry").unstarted(this::run);

    ParkedRetry(LiveWorld live, Coverage coverage, RebuildFromOwners rebuild) {
        this.live = live;
        this.coverage = coverage;
        this.rebuild = rebuild;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        var pause = FIRST_PAUSE;
        long due = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException stopped) {
                return;
            }
            if (live.world().unreadable().isEmpty()) {
                pause = FIRST_PAUSE;
                due = System.nanoTime() + pause.toNanos();
                continue;
            }
            boolean readAgain = System.nanoTime() - due >= 0;
            try {
                learnCoverage();
                if (readAgain) {
                    rebuild.readWorldAgain();
                    log.info("read again; still parked: {}", live.world().unreadable().keySet());
                }
            } catch (RuntimeException failure) {
                // whatever it is, giving up would leave all blocked until a restart
                if (readAgain) {
                    log.warn("parked entities stay parked for now", failure);
                }
            }
            if (readAgain) {
                pause = pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                due = System.nanoTime() + pause.toNanos();
            }
        }
    }

    private void learnCoverage() {
        var world = live.world();
        if (!world.unmapped().isEmpty()) {
            var answers = coverage.answers(world);
            live.change(writer -> answers.forEach(answer -> answer.accept(writer)));
        }
    }
}
