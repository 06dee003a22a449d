package dev.interlock.eventstore;

import org.axonframework.modelling.command.ConcurrencyException;

/** An append that found its place in the entity's stream taken. */
final class LostRace extends ConcurrencyException {

    private final transient NewEvent loser;

    LostRace(NewEvent loser, Throwable cause) {
        super("%s was changed meanwhile".formatted(loser.entityId()), cause);
        this.loser = loser;
    }

    /** What was to be appended first. */
    NewEvent loser() {
        return loser;
    }
}
