package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Arrivals;
import dev.interlock.rules.domain.facts.Arrivals.Arrival;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * After another version completed here by a newer deployment request, an older one brings its own
 * version here only where that is a proven rollback.
 */
final class SupersessionJudgement {

    private SupersessionJudgement() {}

    static void judge(Request request, Situation situation, Consumer<Finding> into) {
        var findings = new Findings("supersession", situation);
        var version = situation.query().version();
        var newer = newerCompleted(request, situation);
        if (newer.isEmpty() || situation.lane().provenHere(version, situation.enforced())) {
            into.accept(
                    findings.passed(
                            Code.SUPERSEDED,
                            request.id() + " has no newer one that completed here",
                            null));
            return;
        }
        var message =
                "%s is older than %s, by which another version of %s completed in %s"
                        .formatted(
                                request.id(),
                                newer.get().dr(),
                                situation.query().product(),
                                situation.environment().name());
        into.accept(
                findings.failed(
                        Code.SUPERSEDED,
                        message,
                        new WaitingOn("deployment_request", request.id(), null, 1, message),
                        new WhoCanFix(
                                null,
                                List.of("release_manager"),
                                List.of(request.facts().author())),
                        Remedies.open(request)));
    }

    private static Optional<Arrival> newerCompleted(Request request, Situation situation) {
        return situation
                .lane()
                .arrivals()
                .newestWithout(
                        situation.query().version(),
                        dr -> {
                            var other = situation.records().request(dr);
                            return other == null ? Arrivals.UNKNOWN : other.facts().born();
                        })
                .filter(other -> other.born() > request.facts().born());
    }
}
