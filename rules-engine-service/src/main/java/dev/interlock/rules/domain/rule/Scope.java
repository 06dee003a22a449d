package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Environment;
import java.util.List;

/** Where a rule applies; an empty list means all. */
public record Scope(
        List<String> products, List<String> environments, List<String> environmentTypes) {

    public static final Scope EVERYWHERE = new Scope(List.of(), List.of(), List.of());

    public Scope {
        products = List.copyOf(products);
        environments = List.copyOf(environments);
        environmentTypes = List.copyOf(environmentTypes);
    }

    public boolean holds(String product, Environment environment) {
        return (products.isEmpty() || products.contains(product)) && holds(environment);
    }

    /** For whichever product? */
    public boolean holds(Environment environment) {
        return (environments.isEmpty() || environments.stream().anyMatch(environment::isCalled))
                && (environmentTypes.isEmpty() || environmentTypes.contains(environment.type()));
    }
}
