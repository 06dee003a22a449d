package dev.interlock.dr.events;

import dev.interlock.contracts.EventEnvelope;

/** Breaks a rule on purpose, to show that the rule can fail. */
public record PlantedKnowsMessages(EventEnvelope envelope) {}
