package dev.interlock.dr.events;

/**
 * A step that was done is to be done again.
 *
 * @param by opaque id of who says so
 */
public record StepUndone(String dr, String step, String by, String reason)
        implements RequestEvent {}
