package dev.interlock.dr.events;

/** A version was named for the first time. */
public record VersionRegistered(String product, String version, String versionId)
        implements VersionEvent {}
