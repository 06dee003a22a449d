package dev.interlock.edge;

import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
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

    /** Everywhere: for all products and in all environments. */
    public boolean may(Permission permission) {
        return may(permission, Grant.ALL, Grant.ALL);
    }

    /**
     * For this product in this environment. Names are compared as they are: normalise first.
     *
     * @param product null where it is about no product; {@link Grant#ALL} where it is about all
     * @param environment null where it is about no environment; {@link Grant#ALL} where it is about
     *     all
     */
    public boolean may(
            Permission permission, @Nullable String product, @Nullable String environment) {
        return identity.grants().stream()
                .anyMatch(
                        grant ->
                                grant.permissions().contains(permission)
                                        && grant.covers(product, environment));
    }

    /** For some product in some environment, perhaps for all. */
    public boolean maySomewhere(Permission permission) {
        return identity.grants().stream()
                .anyMatch(grant -> grant.permissions().contains(permission));
    }

    /** True for another service acting for itself. */
    public boolean isService() {
        return identity.kind().equals("system");
    }

    /**
     * Asks for it everywhere. What is about one product or environment asks for these.
     *
     * @throws Problem 403 {@code SCOPE_INSUFFICIENT}
     */
    public Caller require(Permission permission) {
        if (!may(permission)) {
            throw lacking(permission, maySomewhere(permission) ? " without limits" : "");
        }
        return this;
    }

    /**
     * Asks for it where something is done; see {@link #may(Permission, String, String)}.
     *
     * @throws Problem 403 {@code SCOPE_INSUFFICIENT}
     */
    public Caller require(
            Permission permission, @Nullable String product, @Nullable String environment) {
        if (!may(permission, product, environment)) {
            throw lacking(permission, where(" for product ", product) + where(" in ", environment));
        }
        return this;
    }

    /**
     * Asks for it somewhere: before it is known what a call is about, which must be asked then.
     *
     * @throws Problem 403 {@code SCOPE_INSUFFICIENT}
     */
    public Caller requireSomewhere(Permission permission) {
        if (!maySomewhere(permission)) {
            throw lacking(permission, "");
        }
        return this;
    }

    private static String where(String word, @Nullable String name) {
        return name == null || name.equals(Grant.ALL) ? "" : word + name;
    }

    private static Problem lacking(Permission permission, String where) {
        return Problem.of(
                        403,
                        "SCOPE_INSUFFICIENT",
                        "this needs the permission "
                                + permission.name().toLowerCase(Locale.ROOT)
                                + where)
                .with("permission", permission);
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
}
