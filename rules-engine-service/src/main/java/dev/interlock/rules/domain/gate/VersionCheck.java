package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.VersionFacts.Stop;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A rejected or quarantined version passes nowhere: no deployment request, no rollback and no
 * redeployment is exempt. Only the end of a quarantine comes by waiting.
 */
final class VersionCheck implements Check {

    private static final List<String> MAY_LIFT = List.of("release_manager", "admin");

    @Override
    public void judge(Situation situation, Consumer<Finding> into) {
        var findings = new Findings("version", situation);
        var query = situation.query();
        var name = query.product() + " " + query.version();
        var stops = stops(situation);
        if (stops.isEmpty()) {
            into.accept(
                    findings.passed(
                            Code.VERSION_REJECTED,
                            name + " is neither rejected nor quarantined",
                            null));
            return;
        }
        var first = stops.getFirst();
        var message =
                name
                        + (first.until() == null
                                ? " was rejected"
                                : " is quarantined until " + first.until())
                        + ": "
                        + first.reason().lines().findFirst().orElse("");
        into.accept(
                findings.failedUntil(
                        Code.VERSION_REJECTED,
                        message,
                        new WaitingOn("version", null, null, stops.size(), message),
                        new WhoCanFix(
                                null,
                                MAY_LIFT,
                                stops.stream().map(Stop::by).distinct().sorted().toList()),
                        Remedies.record(query.product(), query.version()),
                        end(stops)));
    }

    /** Rejections first, then the quarantine that ends last. */
    static List<Stop> stops(Situation situation) {
        var query = situation.query();
        var stops =
                situation
                        .records()
                        .version(query.product(), query.version())
                        .stopsAt(situation.now());
        return stops.isEmpty()
                ? stops
                : stops.stream()
                        .sorted(
                                Comparator.comparing(
                                        Stop::until,
                                        Comparator.nullsFirst(Comparator.<Instant>reverseOrder())))
                        .toList();
    }

    private static @Nullable Instant end(List<Stop> stops) {
        return stops.getFirst().until();
    }
}
