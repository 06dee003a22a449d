package dev.interlock.eventstore;

/**
 * @param state after the new events
 * @param events how many were appended; 0 if the decision had nothing to add
 * @param <S> the entity's state
 */
public record Changed<S>(S state, int events) {}
