package dev.interlock.eventstore;

import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Makes the doors to a service's kinds of entities. */
public final class EntityStore {

    private final EventStore store;
    private final EventReader reader;

    EntityStore(EventStore store, EventReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /**
     * @param type stored with each event, for example {@code deployment_request}; never renamed
     * @param initial the state of an entity without events
     * @param evolve the domain's way from one state to the next; pure
     * @param <S> state
     * @param <E> the sealed interface of the entity's events
     */
    public <S, E> Entities<S, E> entities(String type, S initial, BiFunction<S, E, S> evolve) {
        return new Entities<>(type, initial, evolve, store, reader);
    }
}
