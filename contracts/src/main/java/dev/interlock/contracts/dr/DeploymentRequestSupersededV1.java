package dev.interlock.contracts.dr;

import org.jspecify.annotations.Nullable;

/**
 * {@code dr.superseded}: a newer one takes its place; it changes no decision by itself.
 *
 * @param supersededBy id of the newer one
 * @param state of the older one by then: {@code draft}, {@code in_progress}, {@code rejected} or
 *     {@code expired}
 * @param product the first that both ship to one environment, in different versions; null if the
 *     newer one only names the older one
 * @param version what the newer one ships of it; null likewise
 * @param environment where both ship it to; null likewise
 */
public record DeploymentRequestSupersededV1(
        String dr,
        String supersededBy,
        String state,
        @Nullable String product,
        @Nullable String version,
        @Nullable String environment)
        implements DrMessage {}
