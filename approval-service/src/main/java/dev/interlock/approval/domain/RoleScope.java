package dev.interlock.approval.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a role holds.
 *
 * @param products by folded name; empty = all
 * @param environments by folded name; empty = all
 */
public record RoleScope(List<String> products, List<String> environments) {

    public static final RoleScope EVERYWHERE = new RoleScope(List.of(), List.of());

    public RoleScope {
        products = products.stream().distinct().sorted().toList();
        environments = environments.stream().distinct().sorted().toList();
    }

    /** From what is stored, where an empty list is left out. */
    public static RoleScope of(
            @Nullable List<String> products, @Nullable List<String> environments) {
        return new RoleScope(
                products == null ? List.of() : products,
                environments == null ? List.of() : environments);
    }

    public boolean everywhere() {
        return products.isEmpty() && environments.isEmpty();
    }

    public boolean covers(Place place) {
        return covers(products, place.product()) && covers(environments, place.environment());
    }

    /** What is not told might be anything, and only a role without limits covers that. */
    private static boolean covers(List<String> limits, @Nullable String name) {
        return limits.isEmpty() || (name != null && limits.contains(name));
    }
}
