package dev.interlock.dr.events;

import org.jspecify.annotations.Nullable;

/**
 * A newer deployment request takes its place: it ships another version of a product to an
 * environment that both go to, or says so. Nothing else about it changes.
 *
 * @param by the newer one
 * @param state its own, by then
 * @param product the first that both ship; null if the newer one only says so
 * @param version what the newer one ships of it; null likewise
 * @param environment where both ship it to; null likewise
 */
public record RequestSuperseded(
        String dr,
        String by,
        String state,
        @Nullable String product,
        @Nullable String version,
        @Nullable String environment)
        implements RequestEvent {}
