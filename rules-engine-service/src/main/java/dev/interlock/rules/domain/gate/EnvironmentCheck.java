package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.rules.domain.facts.Situation;
import java.util.function.Consumer;

/** The environment must be registered, wherever anything is enforced at all. */
final class EnvironmentCheck implements Check {

    @Override
    public void judge(Situation situation, Consumer<Finding> into) {
        var findings = new Findings("environment", situation);
        var name = situation.query().environment();
        if (situation.registered()) {
            into.accept(
                    findings.passed(
                            Code.UNREGISTERED_ENVIRONMENT,
                            situation.environment().name() + " is registered",
                            null));
        } else if (!situation.enforced()) {
            into.accept(
                    findings.skipped(
                            Code.UNREGISTERED_ENVIRONMENT,
                            name + " is not registered; no environment enforces"));
        } else {
            var message = name + " is not registered" + nearest(situation);
            into.accept(
                    findings.failed(
                            Code.UNREGISTERED_ENVIRONMENT,
                            message,
                            new WaitingOn("environment", null, null, 1, message)));
        }
    }

    private static String nearest(Situation situation) {
        var nearest =
                NearestName.to(
                        situation.query().environment(),
                        situation.records().knownEnvironments().stream()
                                .flatMap(e -> e.names().stream()));
        return nearest == null ? "" : "; the nearest known name is " + nearest;
    }
}
