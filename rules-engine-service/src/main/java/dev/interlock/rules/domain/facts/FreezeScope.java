package dev.interlock.rules.domain.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a freeze stops deployments: where all three agree. Empty = all.
 *
 * @param products folded names, sorted
 * @param environments folded names or aliases, sorted
 * @param environmentTypes sorted
 */
public record FreezeScope(
        List<String> products, List<String> environments, List<String> environmentTypes) {

    public FreezeScope {
        products = List.copyOf(products);
        environments = List.copyOf(environments);
        environmentTypes = List.copyOf(environmentTypes);
    }

    /**
     * @param product null = any
     */
    public boolean holds(@Nullable String product, Environment environment) {
        return (product == null || products.isEmpty() || products.contains(product))
                && (environments.isEmpty() || environments.stream().anyMatch(environment::isCalled))
                && (environmentTypes.isEmpty() || environmentTypes.contains(environment.type()));
    }
}
