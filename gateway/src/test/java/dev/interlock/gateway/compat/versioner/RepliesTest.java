package dev.interlock.gateway.compat.versioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DeploymentReportAnswer.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepliesTest {

    private static final Recorded STARTED =
            new Recorded(
                    "dep_1",
                    "p",
                    "api-service",
                    "v",
                    "2.15.0",
                    "e",
                    "staging",
                    "started",
                    Instant.parse("2026-03-01T10:00:00Z"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of("mine", 1),
                    null,
                    false);

    @Test
    void everyFieldIsThere() {
        assertThat(Replies.deployment(STARTED, null))
                .containsKeys(
                        "id",
                        "product_id",
                        "product_name",
                        "version_id",
                        "version",
                        "environment_id",
                        "environment_name",
                        "status",
                        "deployed_at",
                        "source_system",
                        "deployed_by",
                        "deployed_by_name",
                        "deployed_by_email",
                        "completed_at",
                        "deploy_url",
                        "extra_metadata",
                        "soak_time_hours")
                .containsEntry("extra_metadata", Map.of("mine", 1));
    }

    @Test
    void reportOnlyFailuresAreListedAndNothingElse() {
        var reply =
                Replies.deployment(STARTED, RefusalsTest.decision(428, "APPROVAL_REQUIRED", null));
        assertThat(reply.get("extra_metadata"))
                .isEqualTo(
                        Map.of(
                                "mine",
                                1,
                                "preflight_status",
                                Map.of(
                                        "rules_evaluated",
                                        List.of(
                                                Map.of(
                                                        "rule_name", "Releases; always: approved",
                                                        "error_message", "not yet",
                                                        "status", "report_only",
                                                        "evaluation_result", "failed")))));
    }
}
