package dev.interlock.rules.domain;

import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.FreezeActivated;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.events.FreezeExtended;
import dev.interlock.rules.events.FreezeThawed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A freeze with all that was said of it. */
public sealed interface DeclaredFreeze {

    record Undeclared() implements DeclaredFreeze {}

    /**
     * @param activatedBy opaque id
     * @param extensions oldest first
     * @param thaw null unless somebody ended it before its time
     */
    record Declared(
            Freeze freeze,
            Instant activatedAt,
            String activatedBy,
            List<Extension> extensions,
            @Nullable Thaw thaw)
            implements DeclaredFreeze {

        public Declared {
            extensions = List.copyOf(extensions);
        }

        private Declared with(Freeze changed, Extension extension) {
            var all = new ArrayList<>(extensions);
            all.add(extension);
            return new Declared(changed, activatedAt, activatedBy, all, thaw);
        }
    }

    record Extension(Instant expiresAt, String reason, Instant at, String by) {}

    record Thaw(String reason, Instant at, String by) {}

    /**
     * @throws IllegalStateException for an event that cannot follow, which no decision makes
     */
    default DeclaredFreeze evolve(FreezeEvent event) {
        return switch (event) {
            case FreezeActivated e ->
                    new Declared(
                            new Freeze(
                                    e.freeze(),
                                    e.reason(),
                                    e.incidentUrl(),
                                    Scope.of(
                                            e.products(),
                                            e.productLabels(),
                                            e.environments(),
                                            e.environmentTypes()),
                                    e.startsAt(),
                                    e.expiresAt(),
                                    null),
                            e.at(),
                            e.by(),
                            List.of(),
                            null);
            case FreezeExtended e -> {
                var known = known(e);
                yield known.with(
                        known.freeze().extendedTo(e.expiresAt()),
                        new Extension(e.expiresAt(), e.reason(), e.at(), e.by()));
            }
            case FreezeThawed e -> {
                var known = known(e);
                yield new Declared(
                        known.freeze().thawed(e.at()),
                        known.activatedAt(),
                        known.activatedBy(),
                        known.extensions(),
                        new Thaw(e.reason(), e.at(), e.by()));
            }
        };
    }

    private Declared known(FreezeEvent event) {
        return switch (this) {
            case Declared declared -> declared;
            case Undeclared ignored ->
                    throw new IllegalStateException(event.freeze() + " was never activated");
        };
    }
}
