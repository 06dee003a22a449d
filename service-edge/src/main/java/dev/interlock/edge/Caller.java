package dev.interlock.edge;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who makes this request, and the values that go into the metadata of the events it causes. Taken
 * as an argument of a controller method.
 *
 * @param channel through which it came: {@code api}, {@code ci}, {@code ui}, {@code mcp} or {@code
 *     system}
 * @param correlationId of the request; the problem's {@code trace_id}
 * @param traceparent W3C trace context as received; null if none
 * @param atLeast positions the answer must have seen; empty if not asked
 */
public record Caller(
        Identity identity,
        String channel,
        String correlationId,
        @Nullable String traceparent,
        Map<String, Long> atLeast) {

    static final String ATTRIBUTE = "dev.interlock.edge.Caller";

    /**
     * @throws IllegalStateException on a path that needs no identity
     */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("no caller: the path is open to everybody");
    }

    public String principal() {
        return identity.principal();
    }

    /** {@code user}, {@code service_key} or {@code system}. */
    public String authType() {
        return identity.kind();
    }

    public String actorKind() {
        return identity.actorKind();
    }

    /** The person who acts; null for a machine. */
    public @Nullable String person() {
        return identity.person();
    }

    public boolean may(Permission permission) {
        return identity.permissions().contains(permission);
    }

    /** True for another service acting for itself. */
    public boolean isService() {
        return identity.kind().equals("system");
    }

    /**
     * @throws Problem 403 {@code SCOPE_INSUFFICIENT}
     */
    public Caller require(Permission permission) {
        if (!may(permission)) {
            throw Problem.of(
                            403,
                            "SCOPE_INSUFFICIENT",
                            "this needs the permission "
                                    + permission.name().toLowerCase(Locale.ROOT))
                    .with("permission", permission);
        }
        return this;
    }

    /**
     * @throws Problem 403 {@code SCOPE_INSUFFICIENT} unless another service asks for itself
     */
    public Caller requireService() {
        if (!isService()) {
            throw Problem.of(403, "SCOPE_INSUFFICIENT", "this is open to services only");
        }
        return this;
    }

    /**
     * Refuses a token that is limited to other products or environments. Names are compared as they
     * are: normalise first.
     *
     * @throws Problem 403 {@code SCOPE_INSUFFICIENT}
     */
    public Caller requireScope(@Nullable String product, @Nullable String environment) {
        if (!covers(identity.products(), product)) {
            throw Problem.of(
                    403, "SCOPE_INSUFFICIENT", "the token is not valid for product " + product);
        }
        if (!covers(identity.environments(), environment)) {
            throw Problem.of(
                    403,
                    "SCOPE_INSUFFICIENT",
                    "the token is not valid for environment " + environment);
        }
        return this;
    }

    private static boolean covers(List<String> limits, @Nullable String name) {
        return limits.isEmpty() || name == null || limits.contains(name);
    }
}
