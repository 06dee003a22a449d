package dev.interlock.dr.events;

/** A draft again; it authorises nothing. */
public record RequestDeactivated(String dr) implements RequestEvent {}
