package dev.interlock.gateway.planted;

import org.axonframework.eventsourcing.eventstore.EventStore;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class KeepsTruth {
    final Class<?> known = EventStore.class;
}
