package dev.interlock.rules.domain;

import dev.interlock.rules.domain.RequestedOverride.Unrequested;
import dev.interlock.rules.events.OverrideConfirmed;
import dev.interlock.rules.events.OverrideEvent;
import dev.interlock.rules.events.OverrideRequested;
import dev.interlock.rules.events.OverrideReviewed;
import dev.interlock.rules.events.OverrideUsed;
import dev.interlock.rules.events.OverrideWithdrawn;
import java.time.Instant;
import java.util.List;

/** Overrides as their events make them; sam requests, sue confirms, rita reviews. */
public final class Overrides {

    public static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    public static final Instant END = AT.plusSeconds(3600);

    private Overrides() {}

    public static RequestedOverride none() {
        return new Unrequested();
    }

    public static RequestedOverride of(OverrideEvent... then) {
        return requested(1, then);
    }

    public static RequestedOverride requested(int people, OverrideEvent... then) {
        var state =
                none().evolve(
                                new OverrideRequested(
                                        "o1",
                                        "api",
                                        "2",
                                        "production",
                                        List.of("APPROVAL_REQUIRED", "r1"),
                                        "customers cannot pay",
                                        "https://status.example.com/7",
                                        people,
                                        END,
                                        AT,
                                        "sam"));
        for (var event : then) {
            state = state.evolve(event);
        }
        return state;
    }

    public static OverrideEvent confirmed() {
        return new OverrideConfirmed("o1", AT.plusSeconds(60), "sue");
    }

    public static OverrideEvent withdrawn() {
        return new OverrideWithdrawn("o1", "not needed", AT.plusSeconds(90), "sam");
    }

    public static OverrideEvent used() {
        return new OverrideUsed(
                "o1", "dep-1", "dec-1", List.of("r1"), List.of(), AT.plusSeconds(120), "dora");
    }

    public static OverrideEvent reviewed() {
        return new OverrideReviewed("o1", "all well", AT.plusSeconds(180), "rita");
    }
}
