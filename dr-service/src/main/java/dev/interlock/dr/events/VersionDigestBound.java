package dev.interlock.dr.events;

/**
 * The version is tied to this artifact for ever.
 *
 * @param digest such as {@code sha256:…}
 */
public record VersionDigestBound(String product, String version, String digest)
        implements VersionEvent {}
