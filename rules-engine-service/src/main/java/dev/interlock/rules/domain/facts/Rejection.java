package dev.interlock.rules.domain.facts;

/** One person's rejection of one slot that rejects the whole deployment request. */
public record Rejection(String id, String slot, int revision, String person) {}
