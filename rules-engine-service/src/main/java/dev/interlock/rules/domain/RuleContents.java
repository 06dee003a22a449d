package dev.interlock.rules.domain;

import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.RuleTerms;

/** What one version of a rule says. */
public record RuleContents(
        String name, String mode, String kind, Scope scope, String definition, RuleTerms terms) {}
