package dev.interlock.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Two writers met on one entity, twice: the other one won. Worth another try by the caller. */
public final class ConcurrencyConflict extends ConcurrencyFailureException {

    /**
     * What the other writer did.
     *
     * @param event the catalogue's name of it
     * @param id of the event
     * @param position in this service's event store
     */
    public record Winner(String event, String id, long position, Instant time) {

        static Winner of(StoredEvent event) {
            return new Winner(event.name(), event.id(), event.position(), event.time());
        }
    }

    private final transient @Nullable Winner winner;

    ConcurrencyConflict(Throwable cause, @Nullable Winner winner) {
        super("the entity was changed by somebody else meanwhile", cause);
        this.winner = winner;
    }

    /** Null if it cannot be told. */
    public @Nullable Winner winner() {
        return winner;
    }
}
