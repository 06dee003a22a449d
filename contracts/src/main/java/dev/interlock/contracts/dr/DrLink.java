package dev.interlock.contracts.dr;

import org.jspecify.annotations.Nullable;

/**
 * What a deployment request points to.
 *
 * @param kind for example {@code ticket} or {@code incident}
 */
public record DrLink(String kind, String url, @Nullable String title) {}
