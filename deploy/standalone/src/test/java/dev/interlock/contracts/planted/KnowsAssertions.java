package dev.interlock.contracts.planted;

import org.assertj.core.api.Assertions;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class KnowsAssertions {
    final Class<?> known = Assertions.class;
}
