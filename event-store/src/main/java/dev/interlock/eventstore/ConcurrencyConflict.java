package dev.interlock.eventstore;

/** Two writers met on one entity, twice: the other one won. Worth another try by the caller. */
public final class ConcurrencyConflict extends RuntimeException {

    ConcurrencyConflict(Throwable cause) {
        super("the entity was changed by somebody else meanwhile", cause);
    }
}
