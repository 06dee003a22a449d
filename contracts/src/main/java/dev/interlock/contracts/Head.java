package dev.interlock.contracts;

/**
 * Answer of {@code GET /internal/events/head}.
 *
 * @param position the newest committed position; 0 for an empty store
 * @param chainHash the chain hash at that position; 64 zeros for an empty store
 */
public record Head(String source, long position, String chainHash) {}
