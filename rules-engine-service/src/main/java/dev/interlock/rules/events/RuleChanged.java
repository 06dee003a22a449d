package dev.interlock.rules.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule has a new version; this is the whole of it.
 *
 * @param mode {@code enforce}, {@code report_only} or {@code disabled}
 * @param products folded names in scope; empty = all
 * @param environments folded names in scope; empty = all
 * @param environmentTypes types in scope; empty = all
 * @param definition the kind's own settings, as one JSON object
 * @param terms null = the usual ones
 * @param productLabels {@code name} or {@code name:value} in scope; null = all
 */
public record RuleChanged(
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
