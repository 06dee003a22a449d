package dev.interlock.rules.write.thawfreeze;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.DeclaredFreeze.Declared;
import dev.interlock.rules.domain.DeclaredFreeze.Undeclared;
import dev.interlock.rules.domain.Refusal.NoSuchFreeze;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.events.FreezeThawed;
import java.time.Instant;
import java.util.List;

final class ThawFreezeDecision {

    private ThawFreezeDecision() {}

    /**
     * One that has not begun never will.
     *
     * @param now by the server's clock
     */
    static Decision<FreezeEvent> decide(DeclaredFreeze state, ThawFreeze command, Instant now) {
        return switch (state) {
            case Undeclared ignored -> new Refused<>(new NoSuchFreeze(command.id()));
            case Declared(var freeze, _, _, _, _) when freeze.thawedAt() != null ->
                    new Redundant<>("thawed already");
            case Declared(var freeze, _, _, _, _) when freeze.hasEnded(now) ->
                    new Redundant<>("expired already");
            case Declared(var freeze, _, _, _, _) ->
                    new Accepted<>(
                            List.of(
                                    new FreezeThawed(
                                            freeze.id(), command.reason(), now, command.by())));
        };
    }
}
