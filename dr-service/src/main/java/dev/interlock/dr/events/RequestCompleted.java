package dev.interlock.dr.events;

import org.jspecify.annotations.Nullable;

/**
 * Every item runs where it should, or somebody said so.
 *
 * @param automatic true when it followed from the last completed deployment
 * @param reason given when completed by hand
 */
public record RequestCompleted(String dr, boolean automatic, @Nullable String reason)
        implements RequestEvent {}
