package dev.interlock.dr.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline said about its deployment besides what and where.
 *
 * @param invokeId the pipeline run's own id; null if it named none
 * @param runKey the same for each delivery of one report of one attempt; null if that cannot be
 *     told
 * @param runKeySeconds how long the run key means the same report, in seconds; null = for ever
 * @param run the same for all attempts of one run; null if the pipeline named no run
 * @param attempt the run's attempt, counted by the pipeline; null if it does not count
 * @param completedAt as reported, by the pipeline's clock; never evidence of anything
 * @param skipRequested true when the pipeline asked to skip the gate; it is asked all the same
 * @param extraMetadata one JSON object as text
 * @param at when the report arrived, by our clock
 */
public record Report(
        @Nullable String sourceSystem,
        @Nullable String buildNumber,
        @Nullable String scmSha,
        @Nullable String scmRepository,
        @Nullable String scmBranch,
        @Nullable String buildUrl,
        @Nullable String deployUrl,
        @Nullable String invokeId,
        @Nullable String runKey,
        @Nullable Integer runKeySeconds,
        @Nullable String run,
        @Nullable Integer attempt,
        @Nullable String deployedBy,
        @Nullable String deployedByName,
        @Nullable String deployedByEmail,
        @Nullable Instant completedAt,
        boolean skipRequested,
        @Nullable String extraMetadata,
        Instant at) {

    /** The same, said to belong to another run. */
    public Report ofRun(
            @Nullable String otherKey, @Nullable Integer seconds, @Nullable String otherRun) {
        return new Report(
                sourceSystem,
                buildNumber,
                scmSha,
                scmRepository,
                scmBranch,
                buildUrl,
                deployUrl,
                invokeId,
                otherKey,
                seconds,
                otherRun,
                attempt,
                deployedBy,
                deployedByName,
                deployedByEmail,
                completedAt,
                skipRequested,
                extraMetadata,
                at);
    }

    /** A report that says nothing but that it arrived. */
    public static Report bare(Instant at) {
        return new Report(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, false, null, at);
    }
}
