package dev.interlock.rules.domain;

import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.RuleChanged;
import dev.interlock.rules.events.RuleCreated;
import dev.interlock.rules.events.RuleEvent;
import dev.interlock.rules.events.RuleTerms;

/** A rule as it is written down. */
public sealed interface WrittenRule {

    record Unwritten() implements WrittenRule {}

    record Written(String id, int version, RuleContents contents) implements WrittenRule {}

    default WrittenRule evolve(RuleEvent event) {
        return switch (event) {
            case RuleCreated e ->
                    new Written(
                            e.rule(),
                            e.version(),
                            new RuleContents(
                                    e.name(),
                                    e.mode(),
                                    e.kind(),
                                    Scope.of(
                                            e.products(),
                                            e.productLabels(),
                                            e.environments(),
                                            e.environmentTypes()),
                                    e.definition(),
                                    RuleTerms.orUsual(e.terms())));
            case RuleChanged e ->
                    new Written(
                            e.rule(),
                            e.version(),
                            new RuleContents(
                                    e.name(),
                                    e.mode(),
                                    e.kind(),
                                    Scope.of(
                                            e.products(),
                                            e.productLabels(),
                                            e.environments(),
                                            e.environmentTypes()),
                                    e.definition(),
                                    RuleTerms.orUsual(e.terms())));
        };
    }
}
