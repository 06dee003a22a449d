package dev.interlock.contracts.gate;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /internal/decisions}: may this version start in this environment now?
 * Answered strongly: the engine catches up with the owners' heads, as of the request's arrival,
 * before it decides.
 *
 * @param dr decide by this deployment request alone; null = by all that cover the deployment
 * @param deployer the person who deploys; null for a machine
 * @param actorKind {@code human}, {@code ci} or {@code agent}
 * @param maxWaitMillis how long to wait for freshness before 503, in milliseconds (0 = the engine's
 *     default)
 * @param override the only override that may lift what fails; null = whichever fits
 */
public record DecisionRequest(
        String product,
        String version,
        String environment,
        @Nullable String dr,
        @Nullable String deployer,
        String actorKind,
        long maxWaitMillis,
        @Nullable String override) {}
