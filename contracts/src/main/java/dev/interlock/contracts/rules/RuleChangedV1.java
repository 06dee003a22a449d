package dev.interlock.contracts.rules;

import java.util.List;

/** {@code rule.changed}: the whole of the rule's new version; older versions stay as they are. */
public record RuleChangedV1(
        String rule,
        int version,
        String name,
        String mode,
        String kind,
        List<String> products,
        List<String> environments,
        List<String> environmentTypes,
        String definition)
        implements RulesMessage {}
