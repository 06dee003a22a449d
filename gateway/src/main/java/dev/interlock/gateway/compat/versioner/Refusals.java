package dev.interlock.gateway.compat.versioner;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.edge.InternalReply;
import dev.interlock.gateway.upstream.GatewayProperties;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Refusals of a start in both readings that clients have: one reads {@code detail}, an older one
 * the top level.
 */
@Component
final class Refusals {

    private static final int PRECONDITION = 428;

    private final GatewayProperties gateway;

    Refusals(GatewayProperties gateway) {
        this.gateway = gateway;
    }

    /** What the gate decided. */
    EventRefused blocked(GateDecision decision) {
        String code = decision.code() == null ? "POLICY_ERROR" : decision.code();
        Finding primary = primary(decision, code);
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("rule_name", primary == null ? builtinName(code) : ruleName(primary));
        details.put(
                "rule_id", primary == null || primary.rule() == null ? null : primary.rule().id());
        details.put("dr_url", drUrl(decision));
        details.put("explain_url", gateway.link(decision.explainUrl()));
        details.put("violations", violations(decision));
        return refusal(
                status(decision.httpStatus(), code),
                code,
                decision.message(),
                decision.retryAfter(),
                details);
    }

    /** It could not be decided in time; never an answer that a pipeline may ignore. */
    EventRefused undecidable(Instant now, String why) {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("rule_name", "freshness of the decision");
        details.put("rule_id", null);
        details.put("dr_url", null);
        details.put("explain_url", gateway.link("/problems/DECISION_UNAVAILABLE"));
        details.put("violations", List.of());
        return refusal(
                PRECONDITION,
                "DECISION_UNAVAILABLE",
                "The gate cannot decide now: " + why,
                now.plusSeconds(5).truncatedTo(ChronoUnit.SECONDS),
                details);
    }

    /** A refusal that came as a problem, without a decision. */
    EventRefused ofProblem(int status, InternalReply reply) {
        JsonNode problem = reply.tree();
        String code = problem.path("code").asString("REFUSED");
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("rule_name", builtinName(code));
        details.put("rule_id", null);
        details.put("dr_url", null);
        details.put("explain_url", gateway.link("/problems/" + code));
        details.put("violations", List.of());
        return refusal(
                status(status, code), code, problem.path("detail").asString(code), null, details);
    }

    /** 409 means one thing only to those clients, and 423 only time. */
    private static int status(@Nullable Integer status, String code) {
        if (status == null) {
            return PRECONDITION;
        }
        return status == 423 || (status == 409 && code.equals("DEPLOYMENT_IN_PROGRESS"))
                ? status
                : PRECONDITION;
    }

    private static EventRefused refusal(
            int status,
            String code,
            String message,
            @Nullable Instant retryAfter,
            Map<String, @Nullable Object> details) {
        var five = new LinkedHashMap<String, @Nullable Object>();
        five.put("error", "deployment_blocked");
        five.put("message", OneLine.of(message));
        five.put("code", code);
        five.put("retry_after", retryAfter == null ? null : retryAfter.toString());
        five.put("details", details);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("detail", five);
        body.putAll(five);
        return new EventRefused(status, body);
    }

    private static @Nullable Finding primary(GateDecision decision, String code) {
        return failed(decision).stream()
                .filter(f -> f.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static List<Finding> failed(GateDecision decision) {
        return decision.findings().stream()
                .filter(f -> f.mode() == Finding.Mode.ENFORCE)
                .filter(
                        f ->
                                f.outcome() == Finding.Outcome.FAILED
                                        || f.outcome() == Finding.Outcome.ERROR)
                .toList();
    }

    private static List<Map<String, Object>> violations(GateDecision decision) {
        var violations = new ArrayList<Map<String, Object>>();
        for (Finding finding : failed(decision)) {
            var violation = new LinkedHashMap<String, Object>();
            violation.put("code", finding.code());
            violation.put("rule_name", ruleName(finding));
            violation.put("message", OneLine.of(finding.message()));
            violation.put("waiting_on", finding.waitingOn());
            violation.put("who_can_fix", finding.whoCanFix());
            violations.add(violation);
        }
        return violations;
    }

    private @Nullable String drUrl(GateDecision decision) {
        String dr =
                decision.dr() != null
                        ? decision.dr()
                        : decision.deploymentRequests().stream().findFirst().orElse(null);
        return dr == null ? null : gateway.link("/manage/deployment-requests?view=" + dr);
    }

    static String ruleName(Finding finding) {
        if (finding.rule() != null) {
            return OneLine.title(finding.rule().name());
        }
        return builtinName(finding.builtin() == null ? finding.code() : finding.builtin());
    }

    /** What names an entity, such as {@code freeze:<id>}, stays as it is. */
    private static String builtinName(String code) {
        return code.indexOf(':') > 0
                ? OneLine.title(code)
                : OneLine.title(code.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
