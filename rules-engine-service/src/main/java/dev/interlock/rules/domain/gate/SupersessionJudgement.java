package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import java.util.Comparator;
import java.util.Objects;
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
                                newer.get().id(),
                                situation.query().product(),
                                situation.environment().name());
        into.accept(
                findings.failed(
                        Code.SUPERSEDED,
                        message,
                        new WaitingOn("deployment_request", request.id(), null, 1, message)));
    }

    private static Optional<Request> newerCompleted(Request request, Situation situation) {
        return situation
                .lane()
                .completedOthersBy(situation.query().version())
                .map(situation.records()::request)
                .filter(Objects::nonNull)
                .filter(other -> other.facts().born() > request.facts().born())
                .max(Comparator.comparingLong(other -> other.facts().born()));
    }
}
