package dev.interlock.contracts.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code rule.changed}: the whole of the rule's new version; older versions stay as they are.
 *
 * @param terms null = the usual ones
 * @param productLabels {@code name} or {@code name:value} in scope; null = all
 */
public record RuleChangedV1(
        String rule,
        int version,
        String name,
        String mode,
        String kind,
        List<String> products,
        List<String> environments,
        List<String> environmentTypes,
        String definition,
        @Nullable RuleTerms terms,
        @Nullable List<String> productLabels)
        implements RulesMessage {

    /** Whatever the labels of the product. */
    public RuleChangedV1(
            String rule,
            int version,
            String name,
            String mode,
            String kind,
            List<String> products,
            List<String> environments,
            List<String> environmentTypes,
            String definition,
            @Nullable RuleTerms terms) {
        this(
                rule,
                version,
                name,
                mode,
                kind,
                products,
                environments,
                environmentTypes,
                definition,
                terms,
                null);
    }

    /** On the usual terms. */
    public RuleChangedV1(
            String rule,
            int version,
            String name,
            String mode,
            String kind,
            List<String> products,
            List<String> environments,
            List<String> environmentTypes,
            String definition) {
        this(
                rule,
                version,
                name,
                mode,
                kind,
                products,
                environments,
                environmentTypes,
                definition,
                null);
    }
}
