package dev.interlock.eventstore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands to their handlers. A handler's exception reaches the caller as it is, after all of
 * its SQL was rolled back.
 */
public final class Commands {

    /** Longer than the bound of a write transaction, which ends first. */
    private static final Duration LIMIT = EventStoreConfiguration.LONGEST_WRITE.plusSeconds(2);

    private final CommandGateway gateway;
    private final CommandGroups groups;
    private final EventReader reader;

    Commands(CommandGateway gateway, CommandGroups groups, EventReader reader) {
        this.gateway = gateway;
        this.groups = groups;
        this.reader = reader;
    }

    /**
     * In the transaction of the request, if that has an {@code Idempotency-Key}; then its answer is
     * stored with the events.
     *
     * @param by who sends it; stored with each event
     * @throws ConcurrencyConflict if another writer changed the entity, also at a second try
     */
    public <R> Answer<R> send(Object command, EventMetadata by) {
        return send(command, by, false);
    }

    /**
     * In a transaction of its own, committed when this returns: for what a request has to tell
     * others before it is decided, and what does no harm if it is never decided. Once a command of
     * the request has appended anything, the same as {@link #send}.
     *
     * @throws ConcurrencyConflict if another writer changed the entity, also at a second try
     */
    public <R> Answer<R> sendApart(Object command, EventMetadata by) {
        return send(command, by, true);
    }

    private <R> Answer<R> send(Object command, EventMetadata by, boolean apart) {
        try {
            return once(command, by, apart);
        } catch (ConcurrencyException first) {
            if (RequestTransaction.current() == null && CommandGroups.joinsCaller()) {
                throw new ConcurrencyConflict(first, null); // the caller's transaction has failed
            }
            return again(command, by, apart);
        }
    }

    private <R> Answer<R> again(Object command, EventMetadata by, boolean apart) {
        try {
            return once(command, by, apart);
        } catch (ConcurrencyException second) {
            throw new ConcurrencyConflict(second, winner(second));
        }
    }

    private ConcurrencyConflict.@Nullable Winner winner(ConcurrencyException lost) {
        if (!(lost instanceof LostRace race)) {
            return null;
        }
        var place = race.loser();
        return reader.ofEntity(place.entityType(), place.entityId(), place.sequence()).stream()
                .findFirst()
                .map(ConcurrencyConflict.Winner::of)
                .orElse(null);
    }

    private <R> Answer<R> once(Object command, EventMetadata by, boolean apart) {
        Receipt receipt = new Receipt();
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command)
                        .withMetaData(Map.of(ActorMetadata.KEY, by, Receipt.KEY, receipt));
        R result =
                run(
                        () -> gateway.sendAndWait(message, LIMIT.toSeconds(), TimeUnit.SECONDS),
                        receipt,
                        apart);
        long position = receipt.position();
        return new Answer<>(result, position > 0 ? position : reader.head().position());
    }

    private <R> R run(Supplier<R> command, Receipt receipt, boolean apart) {
        var request = RequestTransaction.current();
        if (request == null) {
            return groups.run(command, receipt, LIMIT);
        }
        return apart && !request.hasAppended()
                ? groups.runApart(command, receipt, LIMIT)
                : request.run(command, receipt);
    }
}
