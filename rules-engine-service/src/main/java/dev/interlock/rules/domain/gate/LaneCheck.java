package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.Situation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One running deployment per product and environment. Where nothing is enforced there may be more;
 * each is told.
 */
final class LaneCheck implements Check {

    @Override
    public void judge(Situation situation, Consumer<Finding> into) {
        var findings = new Findings("lane", situation);
        var running = situation.lane().running();
        var holding = situation.lane().heldBy(situation.now());
        var lane = situation.query().product() + " in " + situation.environment().name();
        if (running.isEmpty()) {
            into.accept(
                    findings.passed(
                            Code.DEPLOYMENT_IN_PROGRESS,
                            "no deployment of " + lane + " runs",
                            null));
            return;
        }
        if (holding.isEmpty()) {
            var last = running.getLast();
            into.accept(
                    findings.passed(
                            Code.DEPLOYMENT_IN_PROGRESS,
                            "deployment %s of %s %s is presumed to have failed: nothing was heard of it until %s"
                                    .formatted(
                                            last.deploymentId(),
                                            lane,
                                            last.version(),
                                            last.leaseUntil()),
                            latestEnd(running)));
            return;
        }
        for (var deployment : holding) {
            into.accept(inProgress(deployment, lane, findings));
        }
    }

    private static Finding inProgress(Lane.Running running, String lane, Findings findings) {
        var message =
                "deployment %s of %s %s is in progress"
                        .formatted(running.deploymentId(), lane, running.version());
        return findings.failed(
                Code.DEPLOYMENT_IN_PROGRESS,
                message,
                new WaitingOn("deployment", null, null, 1, message),
                new WhoCanFix(null, List.of("deployer"), List.of()),
                Remedies.deployment(running.deploymentId()));
    }

    private static @Nullable Instant latestEnd(List<Lane.Running> lapsed) {
        return lapsed.stream()
                .map(Lane.Running::leaseUntil)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
