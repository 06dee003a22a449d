package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import java.util.List;
import java.util.function.Consumer;

/**
 * A rejected or expired deployment request blocks what it covers until it is revised or a newer one
 * covers it, activated; naming another one does not help.
 */
final class RejectionCheck implements Check {

    @Override
    public void judge(Situation situation, Consumer<Finding> into) {
        var findings = new Findings("rejection", situation);
        var rejected = rejected(situation);
        if (rejected == null) {
            into.accept(
                    findings.passed(
                            Code.DR_REJECTED, "no rejection stands against this deployment", null));
            return;
        }
        var message =
                rejected.isRejected()
                        ? rejected.id() + " was rejected: revise it or activate a newer one"
                        : rejected.id()
                                + " expired before every required slot was filled: revise it or"
                                + " activate a newer one";
        into.accept(
                findings.failed(
                        rejected.isRejected() ? Code.DR_REJECTED : Code.APPROVAL_EXPIRED,
                        message,
                        new WaitingOn("deployment_request", rejected.id(), null, 1, message),
                        new WhoCanFix(
                                null,
                                List.of("release_manager"),
                                List.of(rejected.facts().author())),
                        Remedies.open(rejected)));
    }

    private static @org.jspecify.annotations.Nullable Request rejected(Situation situation) {
        if (situation.query().dr() != null) {
            for (var named : situation.judged()) {
                if (named.isRejected() || named.isExpired(situation.now())) {
                    return named;
                }
            }
        }
        return situation.rejected();
    }
}
