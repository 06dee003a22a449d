package dev.interlock.dr.write.finishdeployment;

import dev.interlock.dr.domain.Outcome;
import dev.interlock.dr.events.Report;
import org.jspecify.annotations.Nullable;

/**
 * @param deploymentId which one ended; null = the one the report belongs to
 * @param newId for a deployment that was never heard of
 */
public record FinishDeployment(
        @Nullable String deploymentId,
        String newId,
        String product,
        String version,
        String environment,
        Outcome outcome,
        Report report) {}
