package dev.interlock.dr.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A build said how it stands.
 *
 * @param status {@code pending}, {@code started}, {@code completed}, {@code failed} or {@code
 *     aborted}
 * @param extraMetadata one JSON object as text
 * @param runKey the same for each delivery of one report; null if it cannot be told
 * @param startedAt as reported, by the builder's clock
 * @param completedAt as reported, by the builder's clock
 * @param reportedAt by our clock
 */
public record BuildReported(
        String buildId,
        String product,
        String version,
        String status,
        @Nullable String sourceSystem,
        @Nullable String buildNumber,
        @Nullable String scmSha,
        @Nullable String scmRepository,
        @Nullable String scmBranch,
        @Nullable String buildUrl,
        @Nullable String invokeId,
        @Nullable String builtBy,
        @Nullable String builtByName,
        @Nullable String builtByEmail,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable String extraMetadata,
        @Nullable String runKey,
        Instant reportedAt)
        implements VersionEvent {}
