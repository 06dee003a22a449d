package dev.interlock.dr.domain;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import java.util.List;
import java.util.stream.Stream;

/** What only this service can see against a start, added to the gate's decision. */
public final class GateBlocks {

    private GateBlocks() {}

    /**
     * The decision as a block with one more failed check, which becomes the primary one. It is
     * enforced whatever the environment's mode.
     *
     * @param check the built-in check's name
     */
    public static GateDecision block(
            GateDecision decision, String check, String code, int httpStatus, String message) {
        var finding =
                new Finding(
                        null,
                        check,
                        code,
                        Finding.Outcome.FAILED,
                        Finding.Mode.ENFORCE,
                        message,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null);
        return new GateDecision(
                decision.id(),
                decision.product(),
                decision.version(),
                decision.environment(),
                decision.dr(),
                GateDecision.Choice.BLOCK,
                false,
                GateDecision.Verdict.FAIL,
                true,
                decision.mode(),
                code,
                httpStatus,
                message,
                Stream.concat(Stream.of(finding), decision.findings().stream()).toList(),
                decision.overrides(),
                decision.deploymentRequests(),
                decision.action(),
                null,
                null,
                decision.asOf(),
                decision.laneRevision(),
                decision.decidedAt(),
                decision.explainUrl());
    }
}
