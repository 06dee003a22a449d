package dev.interlock.dr.automation.whenanswertimepassedthenexpirerequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Draft;
import dev.interlock.dr.domain.DeploymentRequest.InProgress;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.domain.TimeToAnswer;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.http.AnswerTimes;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.write.expirerequest.ExpireRequest;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.ConcurrencyConflict;
import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks for the tally as of the end of the time, so it does not matter when it is asked for; and
 * asks at once for a request that somebody is about to change.
 */
@Component
class WhenAnswerTimePassedThenExpireRequest implements AnswerTimes {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenAnswerTimePassedThenExpireRequest.class);

    private final Entities<DeploymentRequest, RequestEvent> requests;
    private final DueRequests due;
    private final Tallies tallies;
    private final Commands commands;
    private final Clock clock;

    WhenAnswerTimePassedThenExpireRequest(
            Entities<DeploymentRequest, RequestEvent> requests,
            DueRequests due,
            Tallies tallies,
            Commands commands,
            Clock clock) {
        this.requests = requests;
        this.due = due;
        this.tallies = tallies;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public TimeToAnswer settle(String dr, Caller caller) {
        var now = clock.instant();
        try {
            return new TimeToAnswer(now, settle(dr, now, Dispatch.becauseOf(caller)));
        } catch (ConcurrencyConflict e) {
            return new TimeToAnswer(now, false); // the decision sees what the other one did
        } catch (ServiceUnreachable | NoTally e) {
            LOG.warn("{} is not settled: {}", dr, e.getMessage());
            throw Problem.unavailable(
                    "DECISION_UNAVAILABLE",
                    "the time to answer "
                            + dr
                            + " has passed, and whether it was answered cannot be found out now;"
                            + " nothing was changed");
        }
    }

    /**
     * @return true if its time has passed and it was answered in it
     * @throws ServiceUnreachable when approval-service does not answer
     * @throws NoTally when it does not know
     */
    boolean settle(String dr, Instant now, EventMetadata by) {
        return switch (requests.load(dr)) {
            case InProgress(var details) when details.answerTimePassed(now) ->
                    answered(details, true, now, by);
            // it was asked before it was deactivated, and may have been answered
            case Draft(var details) when details.answerTimePassed(now) ->
                    answered(details, false, now, by);
            case DeploymentRequest.Known _, DeploymentRequest.Unknown _ -> false;
        };
    }

    private boolean answered(
            RequestDetails request, boolean inProgress, Instant now, EventMetadata by) {
        if (due.isAnswered(request.id(), request.revision())) {
            return true;
        }
        var end = Objects.requireNonNull(request.notes().requestExpiresAt());
        var tally = tallies.of(request.id(), end);
        if (tally.complete()) {
            due.answered(request.id(), tally.revision());
        } else if (inProgress) {
            // committed by itself: it stays, also when the request is refused because of it
            commands.sendApart(
                    new ExpireRequest(request.id(), tally.revision(), end, tally.missing(), now),
                    by);
        }
        return tally.complete();
    }
}
