package dev.interlock.infrastructure.planted;

import dev.interlock.contracts.EventEnvelope;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class KnowsContracts {
    final Class<?> known = EventEnvelope.class;
}
