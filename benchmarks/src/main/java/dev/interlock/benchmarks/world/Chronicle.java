package dev.interlock.benchmarks.world;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.eventstream.MessageJson;
import dev.interlock.rules.kafka.WorldMessages;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.projection.WorldWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tells the rules engine messages as their owners would: each text is decoded anew. */
public final class Chronicle {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static final Map<Class<?>, String> TYPES =
            MessageCatalogue.entries().stream()
                    .collect(
                            Collectors.toMap(
                                    MessageCatalogue.Entry::message,
                                    MessageCatalogue.Entry::type,
                                    (first, _) -> first));

    private final MessageJson json = new MessageJson();
    private final WorldWriter writer = new WorldWriter();

    /** The message, an hour ago. */
    public void tell(String source, String subject, Message message) {
        tell(source, NOW.minusSeconds(3_600), subject, message);
    }

    /** The message, as the newest of its source. */
    public void tell(String source, Instant time, String subject, Message message) {
        long position = 1 + writer.position(source);
        var event =
                new EventEnvelope(
                        source,
                        position,
                        position - 1,
                        source + "-" + position,
                        String.valueOf(TYPES.get(message.getClass())),
                        1,
                        subject,
                        time,
                        null,
                        null,
                        "user",
                        "usr_bench",
                        "human",
                        "api",
                        null,
                        null,
                        "",
                        json.write(message));
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
