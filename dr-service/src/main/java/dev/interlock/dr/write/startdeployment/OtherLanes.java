package dev.interlock.dr.write.startdeployment;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.contracts.gate.GateDecision;
import java.util.Set;

/**
 * A lane takes one start after the other; what a rule counts over several lanes would be passed by
 * two starts at once, each before the other was counted.
 */
final class OtherLanes {

    /** Of rules that count deployments, or look at what runs, of other products. */
    private static final Set<String> CODES =
            Set.of("DEPLOYMENT_IN_PROGRESS", "DEPLOY_QUOTA_EXCEEDED", "DEPENDENCY_UNMET");

    /** What such a rule may refuse afterwards; a failure only makes room. */
    static final Set<String> CHANGES =
            Set.of("deployment.started", "deployment.completed", "deployment.rolled_back");

    private OtherLanes() {}

    static boolean matterTo(GateDecision decision) {
        return decision.findings().stream().anyMatch(OtherLanes::matterTo);
    }

    private static boolean matterTo(Finding finding) {
        return finding.rule() != null
                && finding.outcome() != Outcome.SKIPPED
                && CODES.contains(finding.code());
    }
}
