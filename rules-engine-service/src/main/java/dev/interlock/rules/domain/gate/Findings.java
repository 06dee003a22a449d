package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.contracts.gate.Finding.Remedy;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Situation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the findings of one built-in check. */
record Findings(String builtin, Situation situation) {

    Finding passed(Code code, String message, @Nullable Instant since) {
        return finding(code, Outcome.PASSED, message, List.of(), List.of(), since, null);
    }

    Finding skipped(Code code, String why) {
        return finding(code, Outcome.SKIPPED, why, List.of(), List.of(), null, null);
    }

    Finding failed(Code code, String message, WaitingOn waitingOn) {
        return finding(code, Outcome.FAILED, message, List.of(waitingOn), List.of(), null, null);
    }

    Finding failed(
            Code code,
            String message,
            WaitingOn waitingOn,
            WhoCanFix who,
            @Nullable Remedy remedy) {
        return finding(
                code, Outcome.FAILED, message, List.of(waitingOn), List.of(who), null, remedy);
    }

    /**
     * @param until when it ends by waiting alone; null if it never does
     */
    Finding failedUntil(
            Code code,
            String message,
            WaitingOn waitingOn,
            WhoCanFix who,
            Remedy remedy,
            @Nullable Instant until) {
        return new Finding(
                null,
                builtin,
                code.name(),
                Outcome.FAILED,
                situation.enforced() ? Mode.ENFORCE : Mode.REPORT_ONLY,
                message,
                List.of(waitingOn),
                List.of(who),
                until,
                null,
                remedy);
    }

    Finding error(String message, WaitingOn waitingOn) {
        return finding(
                Code.POLICY_ERROR,
                Outcome.ERROR,
                message,
                List.of(waitingOn),
                List.of(),
                null,
                null);
    }

    private Finding finding(
            Code code,
            Outcome outcome,
            String message,
            List<WaitingOn> waitingOn,
            List<WhoCanFix> who,
            @Nullable Instant since,
            @Nullable Remedy remedy) {
        return new Finding(
                null,
                builtin,
                code.name(),
                outcome,
                situation.enforced() ? Mode.ENFORCE : Mode.REPORT_ONLY,
                message,
                waitingOn,
                who,
                null,
                since,
                remedy);
    }
}
