package dev.interlock.dr.write.registerversion;

import org.jspecify.annotations.Nullable;

/**
 * @param scmSha the commit it is said to be; null if nothing was said
 */
public record RegisterVersion(String product, String version, @Nullable String scmSha) {}
