package dev.interlock.rules.domain.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who holds a role somewhere.
 *
 * @param grant names it among the grants of this person
 * @param products where it holds; empty = for all
 * @param environments where it holds; empty = in all
 */
public record Holder(
        String person, String grant, List<String> products, List<String> environments) {

    /** From what is told, where an empty list is left out. */
    public static Holder of(
            String person,
            String grant,
            @Nullable List<String> products,
            @Nullable List<String> environments) {
        return new Holder(
                person,
                grant,
                products == null ? List.of() : List.copyOf(products),
                environments == null ? List.of() : List.copyOf(environments));
    }

    public boolean holdsEverywhere() {
        return products.isEmpty() && environments.isEmpty();
    }

    public boolean covers(Place place) {
        return (products.isEmpty() || products.contains(place.product()))
                && (environments.isEmpty() || environments.contains(place.environment()));
    }
}
