package dev.interlock.contracts.dr;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /internal/build-reports}: what a pipeline says about its build, as translated
 * by the gateway. Answered with {@link BuildReportAnswer}, or 409 {@code VERSION_SHA_CONFLICT}.
 *
 * @param status {@code pending}, {@code started}, {@code completed}, {@code failed} or {@code
 *     aborted}
 * @param extraMetadata one JSON object; empty for none
 * @param runKey the same for each delivery of one report; null if it cannot be told
 */
public record BuildReport(
        String productName,
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
        @Nullable String builtByEmail,
        @Nullable String builtByName,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        Map<String, Object> extraMetadata,
        @Nullable String runKey) {}
