package dev.interlock.eventstore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
     * @param by who sends it; stored with each event
     * @throws ConcurrencyConflict if another writer changed the entity, also at a second try
     */
    public <R> Answer<R> send(Object command, EventMetadata by) {
        try {
            return once(command, by);
        } catch (ConcurrencyException first) {
            if (CommandGroups.joinsCaller()) { // whose transaction has failed with this
                throw new ConcurrencyConflict(first, null);
            }
            return again(command, by);
        }
    }

    private <R> Answer<R> again(Object command, EventMetadata by) {
        try {
            return once(command, by);
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

    private <R> Answer<R> once(Object command, EventMetadata by) {
        Receipt receipt = new Receipt();
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command)
                        .withMetaData(Map.of(ActorMetadata.KEY, by, Receipt.KEY, receipt));
        R result =
                groups.run(
                        () -> gateway.sendAndWait(message, LIMIT.toSeconds(), TimeUnit.SECONDS),
                        receipt,
                        LIMIT);
        long position = receipt.position();
        return new Answer<>(result, position > 0 ? position : reader.head().position());
    }
}
