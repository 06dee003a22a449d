package dev.interlock.contracts.dr;

/**
 * {@code version.bound}: the version is tied to this commit for ever.
 *
 * @param scmSha the commit
 */
public record VersionBoundV1(String product, String version, String scmSha) implements DrMessage {}
