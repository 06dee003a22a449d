package dev.interlock.contracts.dr;

/**
 * {@code version.digest_bound}: the version is tied to this artifact for ever.
 *
 * @param digest such as {@code sha256:…}
 */
public record VersionDigestBoundV1(String product, String version, String digest)
        implements DrMessage {}
