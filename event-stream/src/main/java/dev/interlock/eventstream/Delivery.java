package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Hands one event to a subscriber until it is handled, or parks it. */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int TRIES = 10;

    enum Outcome {
        HANDLED,
        PARKED,
        /** Told to stop before it was done. */
        GIVEN_UP
    }

    private final String name;
    private final Subscriber subscriber;
    private final Worker worker;

    Delivery(String name, Subscriber subscriber, Worker worker) {
        this.name = name;
        this.subscriber = subscriber;
        this.worker = worker;
    }

    Outcome handle(EventEnvelope event, @Nullable Message message) {
        var outage =
                new Outage(log, name + ": handling of " + event.source() + "/" + event.position());
        int failures = 0;
        while (worker.running()) {
            try {
                subscriber.handle(event, message);
                outage.over();
                return Outcome.HANDLED;
            } catch (Exception e) {
                Duration pause = outage.failed(e);
                if (!isAway(e) && ++failures >= TRIES) {
                    log.error("{}: {} cannot be handled", name, event.id(), e);
                    return park(event, e.getClass().getSimpleName() + ": " + e.getMessage());
                }
                worker.pause(pause);
            }
        }
        return Outcome.GIVEN_UP;
    }

    Outcome park(EventEnvelope event, String reason) {
        var outage =
                new Outage(log, name + ": parking of " + event.source() + "/" + event.position());
        while (worker.running()) {
            try {
                subscriber.park(event, reason);
                outage.over();
                log.error(
                        "{}: parked {} {} of {} ({}): {}",
                        name,
                        event.type(),
                        event.id(),
                        event.subject(),
                        event.source(),
                        reason);
                return Outcome.PARKED;
            } catch (Exception e) {
                worker.pause(outage.failed(e));
            }
        }
        return Outcome.GIVEN_UP;
    }

    /** True when not the event is at fault but something that it needs. */
    static boolean isAway(Exception failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof TransientDataAccessException
                    || e instanceof RecoverableDataAccessException
                    || e instanceof NonTransientDataAccessResourceException
                    || e instanceof CannotCreateTransactionException
                    || e instanceof java.sql.SQLTransientException
                    || e instanceof java.sql.SQLNonTransientConnectionException
                    || e instanceof java.io.IOException) {
                return true;
            }
        }
        return false;
    }
}
