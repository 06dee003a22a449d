package dev.interlock.dr.events;

/** The version is tied to this commit for ever. */
public record VersionBound(String product, String version, String scmSha) implements VersionEvent {}
