package dev.interlock.contracts.dr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answer to a {@link BuildReport}: the build as recorded. */
public record BuildReportAnswer(
        String id,
        String versionId,
        String productId,
        String version,
        @Nullable String buildNumber,
        String status,
        @Nullable String buildUrl,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {}
