package dev.interlock.contracts.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Permissions that hold together, inside one scope.
 *
 * @param products products it is limited to, by folded name; empty = all
 * @param environments environments it is limited to, by folded name; empty = all
 * @param role the role that it comes from, which holds in the same scope; null if from none
 */
public record Grant(
        Set<Permission> permissions,
        List<String> products,
        List<String> environments,
        @Nullable String role) {

    /** Stands for every product, or every environment: only an unlimited grant covers it. */
    public static final String ALL = "*";

    public Grant {
        permissions = Set.copyOf(permissions);
        products = List.copyOf(products);
        environments = List.copyOf(environments);
    }

    /** From no role. */
    public Grant(Set<Permission> permissions, List<String> products, List<String> environments) {
        this(permissions, products, environments, null);
    }

    public static Grant everywhere(Set<Permission> permissions) {
        return new Grant(permissions, List.of(), List.of());
    }

    /**
     * @param product null where it is about no product
     * @param environment null where it is about no environment
     */
    public boolean covers(@Nullable String product, @Nullable String environment) {
        return covers(products, product) && covers(environments, environment);
    }

    private static boolean covers(List<String> limits, @Nullable String name) {
        return limits.isEmpty() || name == null || limits.contains(name);
    }
}
