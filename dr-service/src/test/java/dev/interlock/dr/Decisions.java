package dev.interlock.dr;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Decisions of the gate as tests need them. */
public final class Decisions {

    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Decisions() {}

    public static GateDecision allow(
            String product, String version, String environment, long laneRevision, String... drs) {
        return of(product, version, environment, laneRevision, Finding.Mode.ENFORCE, true, drs);
    }

    public static GateDecision reportOnly(
            String product, String version, String environment, long laneRevision, String... drs) {
        return of(product, version, environment, laneRevision, Finding.Mode.REPORT_ONLY, true, drs);
    }

    public static GateDecision block(
            String product, String version, String environment, long laneRevision, String... drs) {
        return of(product, version, environment, laneRevision, Finding.Mode.ENFORCE, false, drs);
    }

    /** Allowed although this fails, by an override. */
    public static GateDecision lifting(String code, GateDecision d) {
        return new GateDecision(
                d.id(),
                d.product(),
                d.version(),
                d.environment(),
                d.dr(),
                d.decision(),
                d.allowed(),
                GateDecision.Verdict.FAIL,
                true,
                d.mode(),
                code,
                null,
                "lifted",
                List.of(finding(code, Finding.Outcome.FAILED, d.mode(), "fails")),
                List.of(new GateDecision.OverrideUse("ovr_1", null)),
                d.deploymentRequests(),
                d.action(),
                null,
                null,
                d.asOf(),
                d.laneRevision(),
                d.decidedAt(),
                d.explainUrl());
    }

    /** Blocked for this alone. */
    public static GateDecision block(
            String product,
            String version,
            String environment,
            long laneRevision,
            String code,
            int status) {
        var d = block(product, version, environment, laneRevision);
        return new GateDecision(
                d.id(),
                d.product(),
                d.version(),
                d.environment(),
                d.dr(),
                d.decision(),
                d.allowed(),
                d.verdict(),
                d.wouldBlock(),
                d.mode(),
                code,
                status,
                "fails",
                List.of(finding(code, Finding.Outcome.FAILED, d.mode(), "fails")),
                d.overrides(),
                d.deploymentRequests(),
                d.action(),
                NOW.plusSeconds(60),
                NOW.plusSeconds(60),
                d.asOf(),
                d.laneRevision(),
                d.decidedAt(),
                d.explainUrl());
    }

    private static Finding finding(
            String code, Finding.Outcome outcome, Finding.Mode mode, String message) {
        return new Finding(
                null, "check", code, outcome, mode, message, List.of(), List.of(), null, null,
                null);
    }

    private static GateDecision of(
            String product,
            String version,
            String environment,
            long laneRevision,
            Finding.Mode mode,
            boolean allowed,
            String... drs) {
        var finding =
                new Finding(
                        null,
                        "approvals",
                        "APPROVAL_REQUIRED",
                        allowed ? Finding.Outcome.PASSED : Finding.Outcome.FAILED,
                        mode,
                        allowed ? "all approvals are in" : "qa is missing",
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null);
        return new GateDecision(
                "dec_1",
                product,
                version,
                environment,
                null,
                allowed ? GateDecision.Choice.ALLOW : GateDecision.Choice.BLOCK,
                allowed,
                allowed ? GateDecision.Verdict.PASS : GateDecision.Verdict.FAIL,
                !allowed,
                mode,
                allowed ? null : "APPROVAL_REQUIRED",
                allowed ? null : 428,
                allowed ? "may go" : "qa is missing",
                List.of(finding),
                List.of(),
                List.of(drs),
                "deploy",
                null,
                null,
                Map.of("dr", 7L),
                laneRevision,
                NOW,
                "/v1/decisions/dec_1");
    }
}
