package dev.interlock.rules.domain;

import dev.interlock.rules.events.RuleTerms;
import java.util.List;

/** What one version of a rule says; lists are folded and sorted. */
public record RuleContents(
        String name,
        String mode,
        String kind,
        List<String> products,
        List<String> environments,
        List<String> environmentTypes,
        String definition,
        RuleTerms terms) {

    public RuleContents {
        products = List.copyOf(products);
        environments = List.copyOf(environments);
        environmentTypes = List.copyOf(environmentTypes);
    }
}
