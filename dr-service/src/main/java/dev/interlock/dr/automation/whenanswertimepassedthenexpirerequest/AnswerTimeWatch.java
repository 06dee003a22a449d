package dev.interlock.dr.automation.whenanswertimepassedthenexpirerequest;

import dev.interlock.dr.watch.Watch;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.eventstore.EventMetadata;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Looks for requests whose time has passed. The gate does not wait for it: it judges from the times
 * of the decisions.
 */
@Component
class AnswerTimeWatch extends Watch {

    /** An approval that was given just in time is still on its way to approval-service's store. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int PAGE = 200;

    private final DueRequests due;
    private final WhenAnswerTimePassedThenExpireRequest automation;
    private final Clock clock;

    AnswerTimeWatch(
            DueRequests due, WhenAnswerTimePassedThenExpireRequest automation, Clock clock) {
        super("answer-time-watch");
        this.due = due;
        this.automation = automation;
        this.clock = clock;
    }

    @Override
    protected void look() {
        var now = clock.instant().minus(GRACE);
        var page = due.unanswered(now, "", PAGE);
        while (!page.isEmpty() && isRunning()) {
            for (var dr : page) {
                lookAt(dr, () -> automation.settle(dr, now, EventMetadata.system("dr-service")));
            }
            page = due.unanswered(now, page.getLast(), PAGE);
        }
    }

    @Override
    protected boolean concernsAll(RuntimeException failure) {
        return failure instanceof ServiceUnreachable;
    }
}
