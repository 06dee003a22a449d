package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Envelopes as lines of {@code GET /internal/events}, and back: JSON with the payload embedded as
 * an object.
 */
public final class EnvelopeLines {

    private static final String DATA = "data";

    private final JsonMapper mapper = ContractJson.mapper();

    public String write(EventEnvelope event) {
        ObjectNode line = mapper.valueToTree(event);
        try {
            line.set(DATA, mapper.readTree(event.data()));
        } catch (JacksonException e) {
            // no JSON: it stays the string it is
        }
        return mapper.writeValueAsString(line);
    }

    /**
     * @throws UndecodableEventException when the line is no envelope
     */
    public EventEnvelope read(String line) {
        try (var parser = mapper.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UndecodableEventException("line is no JSON object", null);
            }
            ObjectNode node = mapper.createObjectNode();
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var token = parser.nextToken();
                if (name.equals(DATA) && token != JsonToken.VALUE_STRING) {
                    node.put(DATA, text(parser, line));
                } else {
                    node.set(name, parser.<JsonNode>readValueAsTree());
                }
            }
            if (parser.nextToken() != null) {
                throw new UndecodableEventException("line goes on behind its JSON object", null);
            }
            return mapper.treeToValue(node, EventEnvelope.class);
        } catch (JacksonException e) {
            throw new UndecodableEventException(
                    "line is no envelope: " + e.getOriginalMessage(), e);
        }
    }

    /** The value as it stands there: payloads are large, and are read once, by their own type. */
    private static String text(JsonParser parser, String line) {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return line.substring(begin, (int) parser.currentLocation().getCharOffset());
    }
}
