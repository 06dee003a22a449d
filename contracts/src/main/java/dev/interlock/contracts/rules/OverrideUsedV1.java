package dev.interlock.contracts.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code override.used}: a deployment started by it; it is spent, and a review is due.
 *
 * @param deployment the deployment's id
 * @param decision the id of the decision that admitted it
 * @param lifted the failed rules, freezes and checks, as an override names them
 * @param skipped opaque ids of those whose approval or deed was gone without
 * @param at when the deployment was recorded
 * @param deployer opaque id of the person who deployed; null for a machine
 */
public record OverrideUsedV1(
        String override,
        String deployment,
        String decision,
        List<String> lifted,
        List<String> skipped,
        Instant at,
        @Nullable String deployer)
        implements RulesMessage {}
