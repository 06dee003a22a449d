package dev.interlock.rules.automation.whenstartedbyoverridethenrecorduse;

import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.domain.gate.Overridable;
import dev.interlock.rules.write.recordoverrideuse.RecordOverrideUse;
import dev.interlock.rules.write.recordoverrideuse.RecordOverrideUse.Failure;
import java.time.Instant;
import java.util.List;

/** Once for each override that the deployment's decision applied. */
public final class WhenStartedByOverrideThenRecordUse {

    private WhenStartedByOverrideThenRecordUse() {}

    /**
     * @param at when the deployment was recorded
     */
    public static List<RecordOverrideUse> react(DeploymentStartedV1 started, Instant at) {
        var decision = started.decision();
        var failures =
                decision.findings().stream()
                        .filter(WhenStartedByOverrideThenRecordUse::failed)
                        .map(f -> new Failure(Overridable.nameOf(f), people(f)))
                        .toList();
        return decision.overrides().stream()
                .filter(use -> use.code() == null)
                .map(
                        use ->
                                new RecordOverrideUse(
                                        use.id(),
                                        started.deploymentId(),
                                        decision.id(),
                                        failures,
                                        use.skipped() == null ? List.of() : use.skipped(),
                                        at,
                                        started.deployer()))
                .toList();
    }

    private static boolean failed(Finding finding) {
        return finding.mode() == Mode.ENFORCE
                && (finding.outcome() == Outcome.FAILED || finding.outcome() == Outcome.ERROR);
    }

    private static List<String> people(Finding finding) {
        return finding.whoCanFix().stream().flatMap(who -> who.people().stream()).toList();
    }
}
