package dev.interlock.edge;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another service answered, whatever its status. */
public final class InternalReply {

    private final String url;
    private final int status;
    private final byte[] body;
    private final @Nullable String position;
    private final JsonMapper json;

    InternalReply(String url, int status, byte[] body, @Nullable String position, JsonMapper json) {
        this.url = url;
        this.status = status;
        this.body = body;
        this.position = position;
        this.json = json;
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public byte[] body() {
        return body;
    }

    public Map<String, Long> positions() {
        return Positions.parse(position);
    }

    /**
     * The body as a record of {@code contracts}.
     *
     * @throws ServiceUnreachable when it is not one: the other side is not what we think it is
     */
    public <T> T as(Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JacksonException e) {
            throw new ServiceUnreachable(url, e);
        }
    }

    /** The body as a tree; an empty object if it is not JSON. */
    public JsonNode tree() {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    /**
     * Itself if successful.
     *
     * @throws Problem the other service's problem, for our caller
     */
    public InternalReply orThrow() {
        if (isSuccess()) {
            return this;
        }
        JsonNode problem = tree();
        String code = problem.path("code").asString("");
        if (status >= 500 || code.isEmpty()) {
            throw Problem.unavailable(
                    code.isEmpty() ? "DEPENDENCY_UNAVAILABLE" : code,
                    problem.path("detail").asString("a service needed for this did not answer"));
        }
        throw Problem.of(status, code, problem.path("detail").asString(code));
    }
}
