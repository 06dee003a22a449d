package dev.interlock.notification.facts;

/**
 * Something the author of a deployment request wants to hear.
 *
 * @param eventId of the event that says so
 * @param kind {@code approved}, {@code rejected}, {@code completed}, {@code expired} or {@code
 *     superseded}
 * @param text one line for people
 */
public record Outcome(String eventId, String dr, String kind, String text) {}
