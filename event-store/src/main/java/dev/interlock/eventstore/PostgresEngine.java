package dev.interlock.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Axon's storage on our {@code event} table: one function call appends all events of a commit. */
final class PostgresEngine implements EventStorageEngine {

    private static final String ONCE_PER_SEQUENCE = "event_once_per_sequence";
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final EventReader reader;
    private final EventCatalogue catalogue;
    private final InlineProjections projections;
    private final CommitSignal signal;
    private final Clock clock;

    PostgresEngine(
            JdbcClient jdbc,
            EventReader reader,
            EventCatalogue catalogue,
            InlineProjections projections,
            CommitSignal signal,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.catalogue = catalogue;
        this.projections = projections;
        this.signal = signal;
        this.clock = clock;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("append: no transaction (expected: one by a command)");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<NewEvent> rows = events.stream().map(event -> row(event, now)).toList();
        long last = append(rows);
        long position = last - rows.size();
        for (int i = 0; i < rows.size(); i++) {
            projections.apply(rows.get(i).at(++position), events.get(i).getPayload());
        }
        Receipt.note(last);
        if (!CommandGroups.isRunningHere()) {
            signalAfterCommit(last);
        }
    }

    private void signalAfterCommit(long last) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        signal.committed(last);
                    }
                });
    }

    private NewEvent row(EventMessage<?> message, Instant now) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException(
                    "event: %s (expected: an event of an entity)".formatted(message.getPayload()));
        }
        if (!(event.getMetaData().get(ActorMetadata.KEY) instanceof EventMetadata by)) {
            throw new IllegalStateException(
                    "event: %s by nobody (expected: sent through Commands)"
                            .formatted(event.getPayload()));
        }
        StreamName stream = StreamName.parse(event.getAggregateIdentifier());
        EventCatalogue.Name name = catalogue.nameOf(event.getPayload());
        return new NewEvent(
                event.getIdentifier(),
                stream.type(),
                stream.id(),
                event.getSequenceNumber(),
                now,
                name.name(),
                name.version(),
                EventJson.write(event.getPayload()),
                by);
    }

    private long append(List<NewEvent> rows) {
        try {
            return jdbc.sql("SELECT append_events(?::jsonb)")
                    .param(EventJson.write(rows))
                    .query(Long.class)
                    .single();
        } catch (DataAccessException e) {
            if (isTaken(e)) {
                throw new LostRace(rows.getFirst(), e);
            }
            throw e;
        }
    }

    private static boolean isTaken(DataAccessException e) {
        @Nullable ServerErrorMessage error =
                e.getMostSpecificCause() instanceof PSQLException sql
                        ? sql.getServerErrorMessage()
                        : null;
        return error != null && ONCE_PER_SEQUENCE.equals(error.getConstraint());
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        StreamName stream = StreamName.parse(aggregateIdentifier);
        return DomainEventStream.of(
                reader.ofEntity(stream.type(), stream.id(), firstSequenceNumber).stream()
                        .map(this::message)
                        .toList());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken token, boolean mayBlock) {
        long after = token == null ? 0 : token.position().orElse(0);
        List<TrackedEventMessage<?>> page = new ArrayList<>();
        for (StoredEvent event : reader.after(after, PAGE)) {
            page.add(
                    new GenericTrackedDomainEventMessage<>(
                            new GlobalSequenceTrackingToken(event.position()), message(event)));
        }
        return page.stream();
    }

    private DomainEventMessage<Object> message(StoredEvent event) {
        return new GenericDomainEventMessage<>(
                event.entityType(),
                new StreamName(event.entityType(), event.entityId()).toString(),
                event.sequence(),
                catalogue.decode(event),
                ActorMetadata.asMetaData(event.by()),
                event.id(),
                event.time());
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head().position());
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("streams are short: no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }
}
