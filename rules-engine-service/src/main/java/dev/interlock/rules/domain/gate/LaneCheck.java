package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Situation;
import java.util.List;
import java.util.function.Consumer;

/** One running deployment per product and environment. */
final class LaneCheck implements Check {

    @Override
    public void judge(Situation situation, Consumer<Finding> into) {
        var findings = new Findings("lane", situation);
        var running = situation.lane().running();
        var lane = situation.query().product() + " in " + situation.environment().name();
        if (running == null) {
            into.accept(
                    findings.passed(
                            Code.DEPLOYMENT_IN_PROGRESS,
                            "no deployment of " + lane + " runs",
                            null));
            return;
        }
        if (running.hasLapsed(situation.now())) {
            into.accept(
                    findings.passed(
                            Code.DEPLOYMENT_IN_PROGRESS,
                            "deployment %s of %s %s is presumed to have failed: nothing was heard of it until %s"
                                    .formatted(
                                            running.deploymentId(),
                                            lane,
                                            running.version(),
                                            running.leaseUntil()),
                            running.leaseUntil()));
            return;
        }
        var message =
                "deployment %s of %s %s is in progress"
                        .formatted(running.deploymentId(), lane, running.version());
        into.accept(
                findings.failed(
                        Code.DEPLOYMENT_IN_PROGRESS,
                        message,
                        new WaitingOn("deployment", null, null, 1, message),
                        new WhoCanFix(null, List.of("deployer"), List.of()),
                        Remedies.deployment(running.deploymentId())));
    }
}
