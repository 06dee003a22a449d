package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.MessageCatalogue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages as JSON text, and back. */
public final class MessageJson {

    private final JsonMapper mapper = ContractJson.mapper();

    public String write(Message message) {
        return mapper.writeValueAsString(message);
    }

    /**
     * The payload as a message.
     *
     * @return null for a type or version that this build does not know
     * @throws UndecodableEventException when the payload is not what its type promises
     */
    public @Nullable Message read(EventEnvelope event) {
        var entry = MessageCatalogue.find(event.type(), event.version());
        if (entry.isEmpty()) {
            return null;
        }
        try {
            return mapper.readValue(event.data(), entry.get().message());
        } catch (JacksonException e) {
            throw new UndecodableEventException(
                    event.type() + ".v" + event.version() + ": " + e.getOriginalMessage(), e);
        }
    }
}
