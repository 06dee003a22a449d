package dev.interlock.gateway.compat.versioner;

import dev.interlock.contracts.dr.BuildReportAnswer;
import dev.interlock.contracts.dr.DeploymentReportAnswer.Recorded;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of 200 answers: every field is there, those without a value are null. */
final class Replies {

    private Replies() {}

    static Map<String, @Nullable Object> deployment(
            Recorded deployment, @Nullable GateDecision decision) {
        var reply = new Reply();
        reply.put("id", deployment.id());
        reply.put("product_id", deployment.productId());
        reply.put("product_name", deployment.productName());
        reply.put("version_id", deployment.versionId());
        reply.put("version", deployment.version());
        reply.put("environment_id", deployment.environmentId());
        reply.put("environment_name", deployment.environmentName());
        reply.put("status", deployment.status());
        reply.put("deployed_at", deployment.deployedAt());
        reply.put("source_system", deployment.sourceSystem());
        reply.put("deployed_by", deployment.deployedBy());
        reply.put("deployed_by_name", deployment.deployedByName());
        reply.put("deployed_by_email", deployment.deployedByEmail());
        reply.put("completed_at", deployment.completedAt());
        reply.put("deploy_url", deployment.deployUrl());
        reply.put("extra_metadata", metadata(deployment.extraMetadata(), decision));
        reply.put("soak_time_hours", deployment.soakTimeHours());
        reply.put("ungated", deployment.ungated());
        return reply.fields;
    }

    static Map<String, @Nullable Object> build(BuildReportAnswer build) {
        var reply = new Reply();
        reply.put("id", build.id());
        reply.put("version_id", build.versionId());
        reply.put("product_id", build.productId());
        reply.put("version", build.version());
        reply.put("build_number", build.buildNumber());
        reply.put("status", build.status());
        reply.put("build_url", build.buildUrl());
        reply.put("started_at", build.startedAt());
        reply.put("completed_at", build.completedAt());
        return reply.fields;
    }

    private static Map<String, Object> metadata(
            Map<String, Object> said, @Nullable GateDecision decision) {
        List<Map<String, Object>> evaluated =
                decision == null
                        ? List.of()
                        : decision.findings().stream()
                                .filter(Replies::isReportedOnly)
                                .map(Replies::evaluated)
                                .toList();
        if (evaluated.isEmpty()) {
            return said;
        }
        var metadata = new LinkedHashMap<>(said);
        metadata.put("preflight_status", Map.of("rules_evaluated", evaluated));
        return metadata;
    }

    private static boolean isReportedOnly(Finding finding) {
        return finding.mode() == Finding.Mode.REPORT_ONLY
                && (finding.outcome() == Finding.Outcome.FAILED
                        || finding.outcome() == Finding.Outcome.ERROR);
    }

    private static Map<String, Object> evaluated(Finding finding) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("rule_name", Refusals.ruleName(finding));
        rule.put("error_message", OneLine.of(finding.message()));
        rule.put("status", "report_only");
        rule.put("evaluation_result", "failed");
        return rule;
    }

    /** A map that keeps null values, which those clients expect to find. */
    private static final class Reply {

        final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        void put(String name, @Nullable Object value) {
            fields.put(name, value);
        }
    }
}
