package dev.interlock.gateway.compat.versioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.gateway.upstream.GatewayProperties;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private final Refusals refusals =
            new Refusals(new GatewayProperties(URI.create("https://gate.example/")));

    @Test
    void bothReadingsHoldTheSameFiveKeys() {
        var refused = refusals.blocked(decision(428, "APPROVAL_REQUIRED", null));
        Map<?, ?> detail = map(refused, "detail");
        assertThat(refused.status()).isEqualTo(428);
        assertThat(detail.keySet().toString())
                .isEqualTo("[error, message, code, retry_after, details]");
        for (String key : List.of("error", "message", "code", "retry_after", "details")) {
            assertThat(refused.body()).containsKey(key);
            assertThat(refused.body().get(key)).isEqualTo(detail.get(key));
        }
        assertThat(refused.body().get("error")).isEqualTo("deployment_blocked");
        assertThat(refused.body().get("retry_after")).isNull();
    }

    @Test
    void detailsNameTheRuleAndWhereToLook() {
        var details = details(refusals.blocked(decision(428, "APPROVAL_REQUIRED", null)));
        assertThat(details.get("rule_name")).isEqualTo("Releases; always: approved");
        assertThat(details.get("rule_id")).isEqualTo("rul_1");
        assertThat(details.get("dr_url"))
                .isEqualTo("https://gate.example/manage/deployment-requests?view=DR-142");
        assertThat(details.get("explain_url")).isEqualTo("https://gate.example/v1/decisions/dec_1");
        assertThat((List<?>) details.get("violations")).hasSize(1);
    }

    @Test
    void theMessageIsOneLineAndTimesAreUtc() {
        var refused =
                refusals.blocked(
                        decision(423, "FREEZE_ACTIVE", Instant.parse("2026-03-02T08:00:00Z")));
        assertThat(refused.body().get("message")).isEqualTo("two approvals are missing");
        assertThat(refused.body().get("retry_after")).isEqualTo("2026-03-02T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "409, DEPLOYMENT_IN_PROGRESS, 409",
        "409, SUPERSEDED,             428",
        "409, ADMISSION_SPENT,        428",
        "409, VERSION_SHA_CONFLICT,   428",
        "423, NO_DEPLOY_WINDOW,       423",
        "428, DR_REQUIRED,            428",
        ",    POLICY_ERROR,           428"
    })
    void fourHundredNineMeansOneThingOnly(@Nullable Integer ours, String code, int theirs) {
        assertThat(refusals.blocked(decision(ours, code, null)).status()).isEqualTo(theirs);
    }

    @Test
    void undecidableIs428WithANearTime() {
        var refused = refusals.undecidable(NOW, "x");
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.body().get("code")).isEqualTo("DECISION_UNAVAILABLE");
        assertThat(refused.body().get("retry_after")).isEqualTo("2026-03-01T10:00:05Z");
    }

    private static Map<?, ?> details(EventRefused refused) {
        return map(refused, "details");
    }

    private static Map<?, ?> map(EventRefused refused, String key) {
        return refused.body().get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    static GateDecision decision(
            @Nullable Integer status, String code, @Nullable Instant retryAfter) {
        return new GateDecision(
                "dec_1",
                "api-service",
                "2.15.0",
                "production",
                null,
                GateDecision.Choice.BLOCK,
                false,
                GateDecision.Verdict.FAIL,
                true,
                Finding.Mode.ENFORCE,
                code,
                status,
                "two approvals\nare missing",
                List.of(
                        finding(code, Finding.Outcome.FAILED, Finding.Mode.ENFORCE),
                        finding("DR_REQUIRED", Finding.Outcome.FAILED, Finding.Mode.REPORT_ONLY),
                        finding("FLOW_VIOLATION", Finding.Outcome.PASSED, Finding.Mode.ENFORCE)),
                List.of(),
                List.of("DR-142"),
                "deploy",
                retryAfter,
                null,
                Map.of("dr", 7L),
                3,
                NOW,
                "/v1/decisions/dec_1");
    }

    private static Finding finding(String code, Finding.Outcome outcome, Finding.Mode mode) {
        return new Finding(
                new Finding.RuleRef("rul_1", "Releases, always:: approved", 2),
                null,
                code,
                outcome,
                mode,
                "not\nyet",
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
