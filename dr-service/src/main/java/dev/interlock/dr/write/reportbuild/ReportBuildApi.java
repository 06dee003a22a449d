package dev.interlock.dr.write.reportbuild;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.dr.BuildReport;
import dev.interlock.contracts.dr.BuildReportAnswer;
import dev.interlock.edge.Caller;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportBuildApi {

    /**
     * @param status canonical status word; {@code completed} if not said
     */
    record Body(
            @Nullable String product,
            @Nullable String version,
            @Nullable String status,
            @Nullable String sourceSystem,
            @Nullable String buildNumber,
            @Nullable String scmSha,
            @Nullable String scmRepository,
            @Nullable String scmBranch,
            @Nullable String buildUrl,
            @Nullable String invokeId,
            @Nullable String digest,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Map<String, Object> extraMetadata) {}

    private final Builds builds;

    ReportBuildApi(Builds builds) {
        this.builds = builds;
    }

    @PostMapping("/v1/builds")
    ResponseEntity<BuildReportAnswer> report(@RequestBody Body body, Caller caller) {
        var report =
                new BuildReport(
                        requireNonNullElse(body.product(), ""),
                        requireNonNullElse(body.version(), ""),
                        requireNonNullElse(body.status(), "completed"),
                        body.sourceSystem(),
                        body.buildNumber(),
                        body.scmSha(),
                        body.scmRepository(),
                        body.scmBranch(),
                        body.buildUrl(),
                        body.invokeId(),
                        caller.principal(),
                        null,
                        null,
                        body.startedAt(),
                        body.completedAt(),
                        requireNonNullElse(body.extraMetadata(), Map.of()),
                        null);
        return builds.report(report, "/product", body.digest(), 201, caller);
    }

    /** From the gateway, for pipelines that speak the compatible endpoint. */
    @PostMapping("/internal/build-reports")
    ResponseEntity<BuildReportAnswer> translated(@RequestBody BuildReport report, Caller caller) {
        return builds.report(report, "/product_name", null, 200, caller);
    }
}
