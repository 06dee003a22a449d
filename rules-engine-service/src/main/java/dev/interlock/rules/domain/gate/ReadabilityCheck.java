package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.rules.domain.facts.LaneId;
import dev.interlock.rules.domain.facts.Situation;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Where a record could not be read, nothing is known for sure: its entity blocks. A deployment
 * request blocks what it covers; while even that is not known, it blocks everything. A freeze may
 * stop anything, so it blocks everything.
 */
final class ReadabilityCheck implements Check {

    @Override
    public void judge(Situation situation, Consumer<Finding> into) {
        if (situation.records().allReadable()) {
            return;
        }
        var findings = new Findings("readability", situation);
        for (var name : situation.environment().names()) {
            report(findings, "environment", name, into);
        }
        var lane = situation.lane();
        report(findings, "lane", LaneId.of(lane.product(), lane.environment()), into);
        var query = situation.query();
        report(findings, "product", query.product(), into);
        report(findings, "version", LaneId.of(query.product(), query.version()), into);
        var requests = new TreeSet<>(situation.records().ofUnknownCoverage());
        situation.covering().forEach(request -> requests.add(request.id()));
        requests.forEach(dr -> report(findings, "dr", dr, into));
        new TreeSet<>(situation.records().unreadableFreezes())
                .forEach(freeze -> report(findings, "freeze", freeze, into));
    }

    private static void report(Findings findings, String kind, String id, Consumer<Finding> into) {
        var why = findings.situation().records().unreadable(kind, id);
        if (why != null) {
            var message = "a record about %s %s cannot be read: %s".formatted(kind, id, why);
            into.accept(
                    findings.error(
                            message,
                            new WaitingOn(
                                    kind.equals("dr") ? "deployment_request" : kind,
                                    kind.equals("dr") ? id : null,
                                    null,
                                    1,
                                    message)));
        }
    }
}
