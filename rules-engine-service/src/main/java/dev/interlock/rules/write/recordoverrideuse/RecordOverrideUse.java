package dev.interlock.rules.write.recordoverrideuse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param decision the id of the decision that admitted the deployment
 * @param failures all that failed and was enforced; an override lifts those it names
 * @param skipped opaque ids of those without whom it went, as the decision says
 * @param at when the deployment was recorded
 * @param deployer opaque id of the person who deployed; null for a machine
 */
public record RecordOverrideUse(
        String id,
        String deployment,
        String decision,
        List<Failure> failures,
        List<String> skipped,
        Instant at,
        @Nullable String deployer) {

    /**
     * @param name as an override names it
     * @param people opaque ids of those who could have put it right
     */
    public record Failure(String name, List<String> people) {}
}
