package dev.interlock.rules.write.activatefreeze;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.DeclaredFreeze.Declared;
import dev.interlock.rules.domain.DeclaredFreeze.Undeclared;
import dev.interlock.rules.domain.Refusal.EndsBeforeItStarts;
import dev.interlock.rules.events.FreezeActivated;
import dev.interlock.rules.events.FreezeEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ActivateFreezeDecision {

    private ActivateFreezeDecision() {}

    /**
     * @param now by the server's clock; no freeze starts before it, since what was deployed until
     *     then was not stopped
     */
    static Decision<FreezeEvent> decide(
            DeclaredFreeze freeze, ActivateFreeze command, Instant now) {
        return switch (freeze) {
            case Declared ignored -> new Redundant<>("activated already");
            case Undeclared ignored -> {
                var start = start(command.startsAt(), now);
                var end = command.expiresAt();
                yield end != null && !end.isAfter(start)
                        ? new Refused<>(new EndsBeforeItStarts(start))
                        : new Accepted<>(List.of(activated(command, start, now)));
            }
        };
    }

    private static Instant start(@Nullable Instant asked, Instant now) {
        return asked == null || asked.isBefore(now) ? now : asked;
    }

    private static FreezeEvent activated(ActivateFreeze command, Instant start, Instant now) {
        var scope = command.scope();
        return new FreezeActivated(
                command.id(),
                command.reason(),
                command.incidentUrl(),
                scope.products(),
                scope.environments(),
                scope.environmentTypes(),
                start,
                command.expiresAt(),
                now,
                command.by(),
                scope.productLabelsUnlessAll());
    }
}
