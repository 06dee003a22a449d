package dev.interlock.rules.domain.facts;

import java.util.List;

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
}
