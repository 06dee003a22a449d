package dev.interlock.contracts.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code rule.changed}: the whole of the rule's new version; older versions stay as they are.
 *
 * @param terms null = the usual ones
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
        @Nullable RuleTerms terms)
        implements RulesMessage {

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
