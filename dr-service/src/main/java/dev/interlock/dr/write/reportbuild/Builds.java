package dev.interlock.dr.write.reportbuild;

import dev.interlock.contracts.dr.BuildReport;
import dev.interlock.contracts.dr.BuildReportAnswer;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Ids;
import dev.interlock.dr.events.BuildReported;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.Fields;
import dev.interlock.dr.http.Metadata;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Checks what is said about a build, and notes it. */
@Component
class Builds {

    private static final List<String> STATUSES =
            List.of("pending", "started", "completed", "failed", "aborted");

    private static final Pattern DIGEST =
            Pattern.compile(
                    "sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}",
                    Pattern.CASE_INSENSITIVE);

    private final Dispatch dispatch;
    private final Clock clock;

    Builds(Dispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /**
     * @param productField what the product's field is called in the body
     * @param digest of the artifact, such as {@code sha256:…}; null if not said
     */
    ResponseEntity<BuildReportAnswer> report(
            BuildReport report,
            String productField,
            @Nullable String digest,
            int status,
            Caller caller) {
        caller.requireSomewhere(Permission.BUILD_REPORT);
        var artifact = digest == null || digest.isBlank() ? null : digest.strip();
        var checked = checked(report, productField, artifact, caller);
        caller.require(Permission.BUILD_REPORT, checked.product(), null);
        Answer<BuildReported> answer =
                dispatch.send(
                        new ReportBuild(
                                checked,
                                artifact == null ? null : artifact.toLowerCase(Locale.ROOT)),
                        caller);
        return Dispatch.answer(status, answer.position()).body(view(answer.result()));
    }

    private BuildReported checked(
            BuildReport report, String productField, @Nullable String digest, Caller caller) {
        var violations = new Violations();
        violations.expect(
                digest == null || DIGEST.matcher(digest).matches(),
                "/digest",
                "is no digest (expected: sha256: and 64 hex digits, or sha384, sha512)");
        var fields = new Fields(violations);
        violations.expect(
                STATUSES.contains(report.status()), "/status", "is not one of " + STATUSES);
        var checked =
                new BuildReported(
                        "bld_" + UUID.randomUUID(),
                        fields.product(productField, report.productName()),
                        fields.version("/version", report.version()),
                        report.status(),
                        fields.line("/source_system", report.sourceSystem()),
                        fields.line("/build_number", report.buildNumber()),
                        lower(fields.line("/scm_sha", report.scmSha(), 100)),
                        fields.line("/scm_repository", report.scmRepository()),
                        fields.line("/scm_branch", report.scmBranch()),
                        fields.line("/build_url", report.buildUrl()),
                        fields.line("/invoke_id", report.invokeId()),
                        builder(fields.line("/built_by", report.builtBy()), caller),
                        fields.line("/built_by_name", report.builtByName()),
                        fields.line("/built_by_email", report.builtByEmail()),
                        report.startedAt(),
                        report.completedAt(),
                        Metadata.text(violations, report.extraMetadata()),
                        report.runKey(),
                        clock.instant());
        violations.throwIfAny();
        return checked;
    }

    /** Whoever reports a build personally has built it, whatever else is said. */
    private static @Nullable String builder(@Nullable String said, Caller caller) {
        return caller.person() == null ? said : caller.person();
    }

    private static @Nullable String lower(@Nullable String sha) {
        return sha == null ? null : sha.toLowerCase(Locale.ROOT);
    }

    private static BuildReportAnswer view(BuildReported build) {
        return new BuildReportAnswer(
                build.buildId(),
                Ids.version(build.product(), build.version()),
                Ids.product(build.product()),
                build.version(),
                build.buildNumber(),
                build.status(),
                build.buildUrl(),
                build.startedAt(),
                build.completedAt());
    }
}
