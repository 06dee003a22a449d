package dev.interlock.rules.write.recordoverrideuse;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.domain.RequestedOverride.Requested;
import dev.interlock.rules.domain.RequestedOverride.Unrequested;
import dev.interlock.rules.events.OverrideEvent;
import dev.interlock.rules.events.OverrideUsed;
import dev.interlock.rules.write.recordoverrideuse.RecordOverrideUse.Failure;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

final class RecordOverrideUseDecision {

    private RecordOverrideUseDecision() {}

    /** What happened is recorded; there is nothing to refuse any more. */
    static Decision<OverrideEvent> decide(RequestedOverride state, RecordOverrideUse command) {
        return switch (state) {
            case Unrequested ignored -> new Redundant<>("no override of this installation");
            case Requested requested when requested.use() != null ->
                    new Redundant<>("recorded already");
            case Requested requested ->
                    new Accepted<>(
                            List.of(
                                    new OverrideUsed(
                                            command.id(),
                                            command.deployment(),
                                            command.decision(),
                                            lifted(requested, command)
                                                    .map(Failure::name)
                                                    .distinct()
                                                    .sorted()
                                                    .toList(),
                                            skipped(requested, command),
                                            command.at(),
                                            command.deployer())));
        };
    }

    private static List<String> skipped(Requested requested, RecordOverrideUse command) {
        var people = new TreeSet<>(command.skipped());
        lifted(requested, command).forEach(failure -> people.addAll(failure.people()));
        return List.copyOf(people);
    }

    private static Stream<Failure> lifted(Requested requested, RecordOverrideUse command) {
        return command.failures().stream()
                .filter(failure -> requested.given().names().contains(failure.name()));
    }
}
