package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.RequestFacts.State;
import dev.interlock.rules.domain.facts.Situation;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every open deployment request that covers the deployment must be satisfied, or the one named. */
final class RequestCheck implements Check {

    @Override
    public void judge(Situation situation, Consumer<Finding> into) {
        var findings = new Findings("deployment_request", situation);
        if (situation.judged().isEmpty()) {
            into.accept(
                    findings.skipped(
                            Code.APPROVAL_REQUIRED,
                            "no open deployment request covers this deployment; rules decide whether"
                                    + " one is needed"));
        }
        for (var request : situation.judged()) {
            if (request.isOpen(situation.now())) {
                open(request, situation, into);
            } else if (!request.isRejected() && !request.isExpired(situation.now())) {
                // a named one; one that is rejected or expired is reported elsewhere
                into.accept(notOpen(findings, request));
            }
        }
    }

    private static void open(Request request, Situation situation, Consumer<Finding> into) {
        var gone = goneAt(request, situation);
        Consumer<Finding> sink =
                gone == null ? into : finding -> into.accept(endingAt(gone, finding));
        AdmissionJudgement.judge(request, situation, sink);
        SupersessionJudgement.judge(request, situation, sink);
        OrderJudgement.judge(request, situation, sink);
        StepJudgement.judge(request, situation, sink);
        ApprovalJudgement.judge(request, situation, sink);
    }

    /**
     * When it expires and no longer has to be satisfied, since a newer one covers the deployment;
     * null if it does not, or is the newest, or was named: then its expiry blocks.
     */
    private static @Nullable Instant goneAt(Request request, Situation situation) {
        var end = request.facts().requestExpiresAt();
        if (end == null || situation.query().dr() != null || !request.isExpired(end)) {
            return null;
        }
        for (var newer : situation.covering()) {
            if (newer.id().equals(request.id())) {
                return null;
            }
            if (newer.isOpen(end) || newer.facts().state() == State.COMPLETED) {
                return end;
            }
        }
        return null;
    }

    private static Finding endingAt(Instant end, Finding finding) {
        return Gate.failed(finding) && finding.nextEvaluationTime() == null
                ? new Finding(
                        finding.rule(),
                        finding.builtin(),
                        finding.code(),
                        finding.outcome(),
                        finding.mode(),
                        finding.message(),
                        finding.waitingOn(),
                        finding.whoCanFix(),
                        end,
                        finding.satisfiedAt(),
                        finding.remedy())
                : finding;
    }

    private static Finding notOpen(Findings findings, Request request) {
        var message =
                "%s is %s; it authorises nothing"
                        .formatted(
                                request.id(),
                                request.facts().state().name().toLowerCase(Locale.ROOT));
        return findings.failed(
                Code.DR_REQUIRED,
                message,
                new WaitingOn("deployment_request", request.id(), null, 1, message));
    }
}
