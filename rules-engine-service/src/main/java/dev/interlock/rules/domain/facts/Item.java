package dev.interlock.rules.domain.facts;

import java.util.List;

/**
 * One product version of a deployment request.
 *
 * @param environments the targets this item goes to; never empty
 * @param orderGroup starts at 1
 */
public record Item(String product, String version, List<String> environments, int orderGroup) {

    public Item {
        environments = List.copyOf(environments);
    }

    public boolean goesTo(Environment environment) {
        for (var target : environments) {
            if (environment.isCalled(target)) {
                return true;
            }
        }
        return false;
    }
}
