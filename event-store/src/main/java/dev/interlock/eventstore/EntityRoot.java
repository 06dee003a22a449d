package dev.interlock.eventstore;

import java.util.function.BiFunction;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The one Axon aggregate: it holds a state and only delegates to the domain's {@code evolve}. */
final class EntityRoot {

    @AggregateIdentifier private final String stream;
    private final BiFunction<Object, Object, Object> evolve;
    private Object state;

    EntityRoot(String stream, Object initial, BiFunction<Object, Object, Object> evolve) {
        this.stream = stream;
        this.state = initial;
        this.evolve = evolve;
    }

    @EventSourcingHandler
    void on(Object event) {
        state = evolve.apply(state, event);
    }

    Object state() {
        return state;
    }

    @Override
    public String toString() {
        return stream;
    }
}
