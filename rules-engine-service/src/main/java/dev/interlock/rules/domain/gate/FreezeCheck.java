package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Remedy;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.domain.facts.Situation;
import java.util.List;
import java.util.function.Consumer;

/**
 * No deployment starts while a freeze holds, from its start until its end; what was admitted before
 * may finish. Each freeze is a finding of its own, since each is thawed and overridden by itself.
 */
final class FreezeCheck implements Check {

    private static final String BUILTIN = "freeze";
    private static final List<String> MAY_THAW = List.of("release_manager", "sre");

    @Override
    public void judge(Situation situation, Consumer<Finding> into) {
        var product = situation.query().product();
        var target = product + " in " + situation.environment().name();
        var freezes =
                situation.records().freezes(product, situation.environment(), situation.now());
        if (freezes.isEmpty()) {
            into.accept(
                    new Findings(BUILTIN, situation)
                            .passed(
                                    Code.FREEZE_ACTIVE,
                                    "no freeze stops deployments of " + target,
                                    null));
        }
        freezes.forEach(freeze -> into.accept(finding(freeze, target, situation)));
    }

    private static Finding finding(Freeze freeze, String target, Situation situation) {
        var name = BUILTIN + ":" + freeze.id();
        var end = freeze.end();
        var incident = freeze.incidentUrl();
        var message =
                "%s stops deployments of %s until %s: %s%s"
                        .formatted(
                                name,
                                target,
                                end == null ? "it is thawed" : end,
                                freeze.reason().lines().findFirst().orElse(""),
                                incident == null ? "" : " (" + incident + ")");
        return new Findings(name, situation)
                .failedUntil(
                        Code.FREEZE_ACTIVE,
                        message,
                        new WaitingOn(BUILTIN, null, null, 1, message),
                        new WhoCanFix(null, MAY_THAW, List.of()),
                        new Remedy("Open " + freeze.id(), "/v1/freezes/" + freeze.id()),
                        end);
    }
}
