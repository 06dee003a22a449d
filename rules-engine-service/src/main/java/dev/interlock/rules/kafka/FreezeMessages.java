package dev.interlock.rules.kafka;

import dev.interlock.contracts.rules.FreezeActivatedV1;
import dev.interlock.contracts.rules.FreezeExtendedV1;
import dev.interlock.contracts.rules.FreezeThawedV1;
import dev.interlock.contracts.rules.RulesMessage;
import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.FreezeActivated;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.events.FreezeExtended;
import dev.interlock.rules.events.FreezeThawed;
import dev.interlock.rules.projection.WorldWriter;

/** What events of a freeze are said as, and what that means for the world. */
final class FreezeMessages {

    private FreezeMessages() {}

    static RulesMessage of(FreezeEvent event) {
        return switch (event) {
            case FreezeActivated e ->
                    new FreezeActivatedV1(
                            e.freeze(),
                            e.reason(),
                            e.incidentUrl(),
                            e.products(),
                            e.environments(),
                            e.environmentTypes(),
                            e.startsAt(),
                            e.expiresAt(),
                            e.at(),
                            e.by(),
                            e.productLabels());
            case FreezeExtended e ->
                    new FreezeExtendedV1(e.freeze(), e.expiresAt(), e.reason(), e.at(), e.by());
            case FreezeThawed e -> new FreezeThawedV1(e.freeze(), e.reason(), e.at(), e.by());
        };
    }

    static void activated(FreezeActivatedV1 e, WorldWriter world) {
        var scope =
                Scope.of(e.products(), e.productLabels(), e.environments(), e.environmentTypes());
        world.freeze(
                new Freeze(
                        e.freeze(),
                        e.reason(),
                        e.incidentUrl(),
                        scope,
                        e.startsAt(),
                        e.expiresAt(),
                        null),
                e.at());
    }

    static void extended(FreezeExtendedV1 e, WorldWriter world) {
        world.freeze(known(e.freeze(), world).extendedTo(e.expiresAt()), e.at());
    }

    static void thawed(FreezeThawedV1 e, WorldWriter world) {
        world.freeze(known(e.freeze(), world).thawed(e.at()), e.at());
    }

    private static Freeze known(String id, WorldWriter world) {
        var freeze = world.freeze(id);
        if (freeze == null) {
            throw new IllegalStateException(id + " was never activated");
        }
        return freeze;
    }
}
