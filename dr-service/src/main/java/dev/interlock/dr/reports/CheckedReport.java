package dev.interlock.dr.reports;

import dev.interlock.contracts.dr.DeploymentReport;
import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.Reported;
import dev.interlock.dr.events.Report;
import dev.interlock.dr.http.Fields;
import dev.interlock.dr.http.Metadata;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report that can be taken as it is: names folded, lengths bounded.
 *
 * @param report its run's identity is by the environment as it was spelled
 */
record CheckedReport(
        String product,
        String version,
        String environment,
        Status status,
        Report report,
        @Nullable String laneRunKey,
        @Nullable String laneRun,
        long maxWaitMillis) {

    private static final long LONGEST_WAIT = 20_000;

    enum Status {
        PENDING,
        STARTED,
        COMPLETED,
        FAILED,
        ABORTED;

        static Optional<Status> of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /**
     * @throws Problem 422 naming every field that is wrong
     */
    static CheckedReport of(DeploymentReport body, Instant now) {
        var violations = new Violations();
        var fields = new Fields(violations);
        var status = Status.of(body.status());
        violations.expect(status.isPresent(), "/status", "is not a canonical status word");
        violations.expect(
                body.maxWaitMillis() >= 0 && body.maxWaitMillis() <= LONGEST_WAIT,
                "/max_wait_millis",
                "is %d (expected: 0 to %d)".formatted(body.maxWaitMillis(), LONGEST_WAIT));
        var checked =
                new CheckedReport(
                        fields.product("/product_name", body.productName()),
                        fields.version("/version", body.version()),
                        fields.environment("/environment_name", body.environmentName()),
                        status.orElse(Status.PENDING),
                        report(body, fields, Metadata.text(violations, body.extraMetadata()), now),
                        body.laneRunKey(),
                        body.laneRun(),
                        body.maxWaitMillis());
        violations.throwIfAny();
        return checked;
    }

    /**
     * With its run's identity by the environment's proper name as well, so that a run is one
     * whichever of its environment's names a report uses.
     */
    Reported reportedAt(String properName) {
        return laneRunKey == null
                ? Reported.as(report)
                : new Reported(
                        report.ofRun(
                                inLane(laneRunKey, properName),
                                report.runKeySeconds(),
                                inLane(laneRun, properName)),
                        report);
    }

    private static @Nullable String inLane(@Nullable String key, String properName) {
        return hash(key == null ? null : key + "\n" + properName);
    }

    private static Report report(
            DeploymentReport body, Fields fields, @Nullable String metadata, Instant now) {
        var sha = fields.line("/scm_sha", body.scmSha(), 100);
        return new Report(
                fields.line("/source_system", body.sourceSystem()),
                fields.line("/build_number", body.buildNumber()),
                sha == null ? null : sha.toLowerCase(Locale.ROOT),
                fields.line("/scm_repository", body.scmRepository()),
                fields.line("/scm_branch", body.scmBranch()),
                fields.line("/build_url", body.buildUrl()),
                fields.line("/deploy_url", body.deployUrl()),
                fields.line("/invoke_id", body.invokeId()),
                hash(body.runKey()),
                body.runKeySeconds(),
                hash(body.run()),
                body.runAttempt(),
                fields.line("/deployed_by", body.deployedBy()),
                fields.line("/deployed_by_name", body.deployedByName()),
                fields.line("/deployed_by_email", body.deployedByEmail()),
                body.completedAt(),
                body.skipPreflightChecks(),
                metadata,
                now);
    }

    /** Of one length, whatever the gateway puts in. */
    private static @Nullable String hash(@Nullable String key) {
        return key == null ? null : ContentHash.sha256(key);
    }
}
