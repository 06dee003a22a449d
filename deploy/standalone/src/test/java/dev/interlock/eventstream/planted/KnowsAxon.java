package dev.interlock.eventstream.planted;

import org.axonframework.eventsourcing.eventstore.EventStore;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class KnowsAxon {
    final Class<?> known = EventStore.class;
}
