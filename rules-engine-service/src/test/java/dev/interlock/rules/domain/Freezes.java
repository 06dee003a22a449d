package dev.interlock.rules.domain;

import dev.interlock.rules.domain.DeclaredFreeze.Declared;
import dev.interlock.rules.domain.DeclaredFreeze.Undeclared;
import dev.interlock.rules.events.FreezeActivated;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.events.FreezeExtended;
import dev.interlock.rules.events.FreezeThawed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Freezes in every state, by what happened to them. */
public final class Freezes {

    public static final String ID = "frz_1";
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final Instant END = NOW.plus(Duration.ofHours(2));

    private Freezes() {}

    public static DeclaredFreeze from(FreezeEvent... events) {
        DeclaredFreeze freeze = new Undeclared();
        for (var event : events) {
            freeze = freeze.evolve(event);
        }
        return freeze;
    }

    public static Declared declared(FreezeEvent... events) {
        return switch (from(events)) {
            case Declared declared -> declared;
            case Undeclared ignored -> throw new AssertionError("was activated");
        };
    }

    public static FreezeActivated activated(@Nullable Instant end) {
        return new FreezeActivated(
                ID,
                "incident",
                null,
                List.of("api"),
                List.of("production"),
                List.of(),
                NOW,
                end,
                NOW,
                "usr_sre",
                null);
    }

    public static FreezeExtended extended(Instant end) {
        return new FreezeExtended(ID, end, "not fixed", NOW, "usr_sre");
    }

    public static FreezeThawed thawed(Instant at) {
        return new FreezeThawed(ID, "fixed", at, "usr_sre");
    }
}
