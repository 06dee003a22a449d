package dev.interlock.approval.read.identity;

import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody may where, by the roles they hold and the limits of the token they use. */
final class Grants {

    /** A role, and where it holds; no names = everywhere. */
    record Held(String role, List<String> products, List<String> environments) {}

    /** What a token is limited to; no names = not limited. */
    record Limits(List<String> actions, List<String> products, List<String> environments) {}

    private Grants() {}

    /** At most what the roles allow. */
    static List<Grant> ofPerson(Collection<Held> roles, Limits token, String actorKind) {
        var grants = new ArrayList<Grant>();
        for (var role : roles) {
            var permissions = EnumSet.noneOf(Permission.class);
            permissions.addAll(RolePermissions.ofRoles(List.of(role.role())));
            if (!token.actions().isEmpty()) {
                permissions.retainAll(RolePermissions.ofActions(token.actions()));
            }
            add(
                    permissions,
                    role.role(),
                    role.products(),
                    role.environments(),
                    token,
                    actorKind,
                    grants);
        }
        return List.copyOf(grants);
    }

    static List<Grant> ofMachine(Limits token, String actorKind) {
        var grants = new ArrayList<Grant>();
        var permissions = RolePermissions.ofActions(token.actions());
        add(permissions, null, List.of(), List.of(), token, actorKind, grants);
        return List.copyOf(grants);
    }

    static Set<Permission> permissions(Collection<Grant> grants) {
        var all = EnumSet.noneOf(Permission.class);
        grants.forEach(grant -> all.addAll(grant.permissions()));
        return all;
    }

    /** Reading is never limited to places: lists show everything. */
    private static void add(
            Set<Permission> permissions,
            @Nullable String role,
            List<String> products,
            List<String> environments,
            Limits token,
            String actorKind,
            List<Grant> into) {
        var left = EnumSet.noneOf(Permission.class);
        left.addAll(RolePermissions.limited(permissions, actorKind));
        if (left.remove(Permission.READ)) {
            into.add(Grant.everywhere(EnumSet.of(Permission.READ)));
        }
        var inProducts = both(products, token.products());
        var inEnvironments = both(environments, token.environments());
        if (!left.isEmpty() && inProducts.isPresent() && inEnvironments.isPresent()) {
            into.add(new Grant(left, inProducts.get(), inEnvironments.get(), role));
        }
    }

    /** What both allow; an empty list allows all, an empty answer nothing. */
    private static Optional<List<String>> both(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of(one.isEmpty() ? other : one);
        }
        var common = one.stream().filter(other::contains).toList();
        return common.isEmpty() ? Optional.empty() : Optional.of(common);
    }
}
