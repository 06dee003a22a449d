package dev.interlock.rules.domain.facts;

import org.jspecify.annotations.Nullable;

/**
 * May this version start in this environment? All names are folded already.
 *
 * @param dr decide by this deployment request alone; null = by all that cover the deployment
 * @param deployer the person who deploys; null for a machine or when nobody deploys yet
 * @param actorKind {@code human}, {@code ci} or {@code agent}
 * @param override the only override that may lift what fails; null = whichever fits
 */
public record GateQuery(
        String product,
        String version,
        String environment,
        @Nullable String dr,
        @Nullable String deployer,
        String actorKind,
        @Nullable String override) {

    /** By whichever override fits. */
    public GateQuery(
            String product,
            String version,
            String environment,
            @Nullable String dr,
            @Nullable String deployer,
            String actorKind) {
        this(product, version, environment, dr, deployer, actorKind, null);
    }
}
