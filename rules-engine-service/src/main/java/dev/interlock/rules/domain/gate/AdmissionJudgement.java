package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import java.util.List;
import java.util.function.Consumer;

/** A completed deployment spends the admission of its item in that environment. */
final class AdmissionJudgement {

    private AdmissionJudgement() {}

    static void judge(Request request, Situation situation, Consumer<Finding> into) {
        var findings = new Findings("admission", situation);
        var version = situation.query().version();
        if (!situation.lane().hasSpent(request.id(), version)) {
            into.accept(
                    findings.passed(
                            Code.ADMISSION_SPENT, request.id() + " has not been used here", null));
            return;
        }
        var message =
                "%s was used up when %s completed in %s"
                        .formatted(request.id(), version, situation.environment().name());
        into.accept(
                findings.failed(
                        Code.ADMISSION_SPENT,
                        message,
                        new WaitingOn("deployment_request", request.id(), null, 1, message),
                        new WhoCanFix(
                                null,
                                List.of("release_manager"),
                                List.of(request.facts().author())),
                        Remedies.open(request)));
    }
}
