package dev.interlock.rules.write.extendfreeze;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.DeclaredFreeze.Declared;
import dev.interlock.rules.domain.DeclaredFreeze.Undeclared;
import dev.interlock.rules.domain.Refusal.EndsNoLater;
import dev.interlock.rules.domain.Refusal.FreezeEnded;
import dev.interlock.rules.domain.Refusal.NoSuchFreeze;
import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.events.FreezeExtended;
import java.time.Instant;
import java.util.List;

final class ExtendFreezeDecision {

    private ExtendFreezeDecision() {}

    /**
     * @param now by the server's clock
     */
    static Decision<FreezeEvent> decide(DeclaredFreeze state, ExtendFreeze command, Instant now) {
        return switch (state) {
            case Undeclared ignored -> new Refused<>(new NoSuchFreeze(command.id()));
            case Declared(var freeze, _, _, _, _) -> extended(freeze, command, now);
        };
    }

    private static Decision<FreezeEvent> extended(
            Freeze freeze, ExtendFreeze command, Instant now) {
        var thawed = freeze.thawedAt();
        if (thawed != null) {
            return new Refused<>(new FreezeEnded(freeze.id(), "thawed", thawed));
        }
        var end = freeze.expiresAt();
        if (end != null && !now.isBefore(end)) {
            return new Refused<>(new FreezeEnded(freeze.id(), "expired", end));
        }
        if (command.expiresAt().equals(end)) {
            return new Redundant<>("it ends then already");
        }
        return end == null || command.expiresAt().isBefore(end)
                ? new Refused<>(new EndsNoLater(end))
                : new Accepted<>(
                        List.of(
                                new FreezeExtended(
                                        freeze.id(),
                                        command.expiresAt(),
                                        command.reason(),
                                        now,
                                        command.by())));
    }
}
