package dev.interlock.contracts.dr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code build.pending}, {@code .started}, {@code .completed}, {@code .failed} or {@code .aborted}:
 * a build reported itself.
 *
 * @param status canonical status word
 */
public record BuildReportedV1(
        String buildId,
        String product,
        String version,
        String status,
        @Nullable String buildNumber,
        @Nullable String scmSha,
        @Nullable String builtBy,
        @Nullable String buildUrl,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt)
        implements DrMessage {}
