package dev.interlock.contracts.dr;

/**
 * {@code version.registered}: a version was named for the first time, by a build, a deployment or a
 * deployment request.
 */
public record VersionRegisteredV1(String product, String version, String versionId)
        implements DrMessage {}
