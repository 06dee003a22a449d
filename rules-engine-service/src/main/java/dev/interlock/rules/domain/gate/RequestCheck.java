package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import java.util.Locale;
import java.util.function.Consumer;

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
                AdmissionJudgement.judge(request, situation, into);
                SupersessionJudgement.judge(request, situation, into);
                OrderJudgement.judge(request, situation, into);
                StepJudgement.judge(request, situation, into);
                ApprovalJudgement.judge(request, situation, into);
            } else if (!request.isRejected() && !request.isExpired(situation.now())) {
                // a named one; one that is rejected or expired is reported elsewhere
                into.accept(notOpen(findings, request));
            }
        }
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
