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
