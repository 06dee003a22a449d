package dev.interlock.dr.events;

import org.jspecify.annotations.Nullable;

/** Given up, for good. */
public record RequestCancelled(String dr, @Nullable String reason) implements RequestEvent {}
