package dev.interlock.benchmarks.world;

import dev.interlock.contracts.Message;
import dev.interlock.contracts.Sources;
import dev.interlock.eventstream.MessageJson;
import dev.interlock.rules.kafka.WorldMessages;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.projection.WorldWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Tells the rules engine messages as their owners would: each text is decoded anew. */
public final class Chronicle {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final MessageJson json = new MessageJson();
    private final WorldWriter writer = new WorldWriter();

    /** One in which nothing but this is known, and who approves. */
    public static Chronicle of(List<String> environments) {
        var chronicle = new Chronicle();
        environments.forEach(name -> chronicle.tell(Sources.DR, name, Messages.environment(name)));
        Messages.approvers().forEach(said -> chronicle.tell(Sources.APPROVAL, "qa", said));
        return chronicle;
    }

    /** A deployment request that may go. */
    public void approvedRequest(String dr, String product, String version, String environment) {
        tell(Sources.DR, dr, Messages.requested(dr, product, version, environment));
        tell(Sources.DR, dr, Messages.activated(dr));
        tell(Sources.APPROVAL, dr, Messages.approved(dr));
    }

    /** The message, an hour ago. */
    public void tell(String source, String subject, Message message) {
        tell(source, NOW.minusSeconds(3_600), subject, message);
    }

    /** The message, as the newest of its source. */
    public void tell(String source, Instant time, String subject, Message message) {
        long position = 1 + writer.position(source);
        var event = Messages.published(source, position, time, subject, message);
        WorldMessages.apply(event, Objects.requireNonNull(json.read(event)), writer);
    }

    /**
     * The world as it is now.
     *
     * @throws IllegalStateException if a message could not be applied
     */
    public World world() {
        var world = writer.snapshot();
        if (!world.unreadable().isEmpty()) {
            throw new IllegalStateException(
                    "parked: " + world.unreadable() + " (expected: nothing)");
        }
        return world;
    }
}
