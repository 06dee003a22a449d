package dev.interlock.rules.domain.expression;

import org.assertj.core.api.Assertions;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class PlantedKnowsAssertions {
    final Class<?> known = Assertions.class;
}
