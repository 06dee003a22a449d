package dev.interlock.contracts.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as resolved from a token by approval-service and signed by the gateway.
 *
 * @param principal opaque id: a person's id, a service key's id, a trust policy's id, or {@code
 *     service:<name>} for a service itself
 * @param kind {@code user}, {@code service_key}, {@code workload} (a job of a CI system) or {@code
 *     system}
 * @param actorKind {@code human}, {@code ci}, {@code agent} or {@code system}
 * @param person the person behind the principal; null for keys and services
 * @param tokenId the token used; null for a service itself
 * @param name for display only, never for decisions
 * @param roles role names held when the identity was resolved
 * @param permissions what those roles, or the key's actions, allow somewhere
 * @param products products the token is limited to; empty = all
 * @param environments environments the token is limited to; empty = all
 * @param grants where each permission holds, the limits of the token included
 */
public record Identity(
        String principal,
        String kind,
        String actorKind,
        @Nullable String person,
        @Nullable String tokenId,
        String name,
        Set<String> roles,
        Set<Permission> permissions,
        List<String> products,
        List<String> environments,
        List<Grant> grants) {

    @SuppressWarnings("NullAway") // a missing list is null until here
    public Identity {
        grants =
                grants == null
                        ? List.of(new Grant(permissions, products, environments))
                        : List.copyOf(grants);
    }

    /** All permissions hold wherever the token does. */
    public Identity(
            String principal,
            String kind,
            String actorKind,
            @Nullable String person,
            @Nullable String tokenId,
            String name,
            Set<String> roles,
            Set<Permission> permissions,
            List<String> products,
            List<String> environments) {
        this(
                principal,
                kind,
                actorKind,
                person,
                tokenId,
                name,
                roles,
                permissions,
                products,
                environments,
                List.of(new Grant(permissions, products, environments)));
    }

    /** Header that carries the signed identity between the gateway and the services. */
    public static final String HEADER = "Interlock-Identity";
}
