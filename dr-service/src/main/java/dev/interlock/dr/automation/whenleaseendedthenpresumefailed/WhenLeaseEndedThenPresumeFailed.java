package dev.interlock.dr.automation.whenleaseendedthenpresumefailed;

import dev.interlock.dr.automation.whenleaseendedthenpresumefailed.LapsedLeases.Lapsed;
import dev.interlock.dr.write.presumefailed.PresumeFailed;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.ConcurrencyConflict;
import dev.interlock.eventstore.EventMetadata;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every second; what fails is looked at again. Every replica looks, and who comes second
 * finds nothing to do. Neither the gate nor a start waits for it: both judge from the lease itself.
 */
@Component
class WhenLeaseEndedThenPresumeFailed implements SmartLifecycle {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenLeaseEndedThenPresumeFailed.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int PAGE = 200;
    private static final String ALL = "";

    private final LapsedLeases lapsed;
    private final Commands commands;
    private final Clock clock;
    private final Set<String> complained = new HashSet<>();
    private volatile @Nullable ScheduledExecutorService watch;

    WhenLeaseEndedThenPresumeFailed(LapsedLeases lapsed, Commands commands, Clock clock) {
        this.lapsed = lapsed;
        this.commands = commands;
        this.clock = clock;
    }

    private void look() {
        try {
            var now = clock.instant();
            lapsed.at(now, PAGE).forEach(deployment -> presume(deployment, now));
            complained.remove(ALL);
        } catch (RuntimeException e) { // also of a database that is gone for a moment
            complain(ALL, "leases are not looked at, again in a second", e);
        }
    }

    private void presume(Lapsed of, Instant now) {
        try {
            commands.send(
                    new PresumeFailed(of.deployment(), of.product(), of.environment(), now),
                    EventMetadata.system("dr-service"));
            complained.remove(of.deployment());
        } catch (ConcurrencyConflict e) {
            // something happened on the lane: it is looked at again
        } catch (RuntimeException e) { // of one: the others are looked at all the same
            complain(of.deployment(), "is not presumed to have failed, again in a second", e);
        }
    }

    private void complain(String what, String how, RuntimeException e) {
        if (complained.add(what)) {
            LOG.warn("{} {}: {}", what, how, e.toString());
        }
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("lease-watch").factory());
        watch = started;
        started.scheduleWithFixedDelay(
                this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var running = watch;
        watch = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
