package dev.interlock.contracts.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code rule.created}: a rule, from its first version on.
 *
 * @param rule the rule's id
 * @param version starts at 1
 * @param mode {@code enforce}, {@code report_only} or {@code disabled}
 * @param kind for example {@code dr_required}
 * @param products folded names in scope; empty = all
 * @param environments folded names in scope; empty = all
 * @param environmentTypes types in scope; empty = all
 * @param definition the kind's own settings, as one JSON object
 * @param terms null = the usual ones
 * @param productLabels {@code name} or {@code name:value} in scope; null = all
 */
public record RuleCreatedV1(
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
    public RuleCreatedV1(
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
    public RuleCreatedV1(
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
