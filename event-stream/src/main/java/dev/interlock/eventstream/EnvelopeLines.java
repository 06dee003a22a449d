package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Envelopes as lines of {@code GET /internal/events}, and back: JSON with the payload embedded as
 * an object.
 */
public final class EnvelopeLines {

    private final JsonMapper mapper = ContractJson.mapper();

    public String write(EventEnvelope event) {
        ObjectNode line = mapper.valueToTree(event);
        try {
            line.set("data", mapper.readTree(event.data()));
        } catch (JacksonException e) {
            // no JSON: it stays the string it is
        }
        return mapper.writeValueAsString(line);
    }

    /**
     * @throws UndecodableEventException when the line is no envelope
     */
    public EventEnvelope read(String line) {
        try {
            if (!(mapper.readTree(line) instanceof ObjectNode node)) {
                throw new UndecodableEventException("line is no JSON object", null);
            }
            JsonNode data = node.get("data");
            if (data != null && !data.isString()) {
                node.put("data", mapper.writeValueAsString(data));
            }
            return mapper.treeToValue(node, EventEnvelope.class);
        } catch (JacksonException e) {
            throw new UndecodableEventException(
                    "line is no envelope: " + e.getOriginalMessage(), e);
        }
    }
}
