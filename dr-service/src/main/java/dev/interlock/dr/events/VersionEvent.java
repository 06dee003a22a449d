package dev.interlock.dr.events;

/** On the stream of one version of one product. */
public sealed interface VersionEvent extends DrEvent
        permits VersionRegistered, VersionBound, VersionDigestBound, BuildReported {

    String product();

    String version();
}
