package dev.interlock.rules.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule exists, from its version 1 on.
 *
 * @param mode {@code enforce}, {@code report_only} or {@code disabled}
 * @param products folded names in scope; empty = all
 * @param environments folded names in scope; empty = all
 * @param environmentTypes types in scope; empty = all
 * @param definition the kind's own settings, as one JSON object
 * @param terms null = the usual ones
 * @param productLabels {@code name} or {@code name:value} in scope; null = all
 */
public record RuleCreated(
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
        implements RuleEvent {}
