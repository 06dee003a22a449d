package dev.interlock.contracts;

/**
 * The payload of an {@link EventEnvelope}; each source seals its own messages in its own package.
 */
public interface Message {}
