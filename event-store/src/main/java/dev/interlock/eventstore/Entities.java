package dev.interlock.eventstore;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;

/**
 * The door to one kind of entity: one stream of events each.
 *
 * @param <S> state
 * @param <E> the sealed interface of the entity's events
 */
public final class Entities<S, E> {

    private final String type;
    private final S initial;
    private final BiFunction<S, E, S> evolve;
    private final EventReader reader;
    private final Repository<EntityRoot> repository;

    Entities(
            String type,
            S initial,
            BiFunction<S, E, S> evolve,
            EventStore store,
            EventReader reader) {
        this.type = type;
        this.initial = initial;
        this.evolve = evolve;
        this.reader = reader;
        this.repository =
                EventSourcingRepository.builder(EntityRoot.class)
                        .aggregateFactory(new Roots())
                        .eventStore(store)
                        // by no lock in memory: a group that holds the append lock would wait for
                        // it, while its owner waits for the group; the unique sequence decides
                        .lockFactory(NullLockFactory.INSTANCE)
                        .build();
    }

    /**
     * Decides on the entity's newest state and appends what was decided, when the command commits.
     * Only inside a command handler; an exception from {@code decide} changes nothing.
     *
     * @param decide gets {@code initial} if the entity is unknown; answers the new events, or none
     */
    public Changed<S> update(String id, Function<S, List<? extends E>> decide) {
        String stream = new StreamName(type, id).toString();
        Aggregate<EntityRoot> entity = loadOrCreate(stream);
        List<? extends E> events =
                entity.invoke(
                        root -> {
                            List<? extends E> decided = decide.apply(state(root));
                            decided.forEach(AggregateLifecycle::apply);
                            return decided;
                        });
        return new Changed<>(entity.invoke(this::state), events.size());
    }

    /** The state by all committed events; {@code initial} if the entity is unknown. */
    public S load(String id) {
        S state = initial;
        for (StoredEvent stored : reader.ofEntity(type, id)) {
            state = evolve.apply(state, event(reader.decode(stored)));
        }
        return state;
    }

    private Aggregate<EntityRoot> loadOrCreate(String stream) {
        Callable<EntityRoot> create = () -> newRoot(stream);
        try {
            return repository.loadOrCreate(stream, create);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot load " + stream, e);
        }
    }

    private EntityRoot newRoot(String stream) {
        return new EntityRoot(
                stream, initial, (state, event) -> evolve.apply(state(state), event(event)));
    }

    private S state(EntityRoot root) {
        return state(root.state());
    }

    @SuppressWarnings("unchecked") // a root of this type only ever holds what evolve made
    private S state(Object state) {
        return (S) state;
    }

    @SuppressWarnings("unchecked") // a stream of this type only ever got what decide made
    private E event(Object event) {
        return (E) event;
    }

    private final class Roots extends AbstractAggregateFactory<EntityRoot> {

        Roots() {
            super(EntityRoot.class);
        }

        @Override
        @SuppressWarnings("rawtypes") // Axon's signature
        protected EntityRoot doCreateAggregate(String stream, DomainEventMessage firstEvent) {
            return newRoot(stream);
        }
    }
}
