package dev.interlock.dr.write.marksuperseded;

import org.jspecify.annotations.Nullable;

/**
 * @param dr the older one
 * @param by the newer one
 * @param product that both ship to one environment; null if the newer one only names the older one
 * @param version what the newer one ships of it; null likewise
 * @param environment where both ship it to; null likewise
 */
public record MarkSuperseded(
        String dr,
        String by,
        @Nullable String product,
        @Nullable String version,
        @Nullable String environment) {

    /** Because the newer one says so. */
    public static MarkSuperseded named(String dr, String by) {
        return new MarkSuperseded(dr, by, null, null, null);
    }
}
