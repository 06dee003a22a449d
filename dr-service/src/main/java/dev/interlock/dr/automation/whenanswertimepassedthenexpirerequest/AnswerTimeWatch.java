package dev.interlock.dr.automation.whenanswertimepassedthenexpirerequest;

import dev.interlock.edge.ServiceUnreachable;
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
 * Looks every second for requests whose time has passed. What fails is looked at again, so nothing
 * has to be remembered; every replica looks, and who comes second finds nothing to do. The gate
 * does not wait for it: it judges from the times of the decisions.
 */
@Component
class AnswerTimeWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerTimeWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** An approval that was given just in time is still on its way to approval-service's store. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int PAGE = 200;
    private static final String EVERYBODY = "";

    private final DueRequests due;
    private final WhenAnswerTimePassedThenExpireRequest automation;
    private final Clock clock;
    private final Set<String> complained = new HashSet<>();
    private volatile @Nullable ScheduledExecutorService watch;

    AnswerTimeWatch(
            DueRequests due, WhenAnswerTimePassedThenExpireRequest automation, Clock clock) {
        this.due = due;
        this.automation = automation;
        this.clock = clock;
    }

    private void look() {
        try {
            lookAtAll(clock.instant().minus(GRACE));
            complained.remove(EVERYBODY);
        } catch (RuntimeException e) { // also of a database that is gone for a moment
            complain(EVERYBODY, "requests are not looked at, again in a second", e);
        }
    }

    private void lookAtAll(Instant now) {
        var page = due.unanswered(now, "", PAGE);
        while (!page.isEmpty() && isRunning()) {
            page.forEach(dr -> lookAt(dr, now));
            page = due.unanswered(now, page.getLast(), PAGE);
        }
    }

    private void lookAt(String dr, Instant now) {
        try {
            automation.settle(dr, now, EventMetadata.system("dr-service"));
            complained.remove(dr);
        } catch (ServiceUnreachable e) {
            throw e; // nor would it answer for the others
        } catch (RuntimeException e) { // of one: the others are looked at all the same
            complain(dr, "is not settled, again in a second", e);
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
                        Thread.ofPlatform().daemon().name("answer-time-watch").factory());
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
