package dev.interlock.rules.http;

import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.DeclaredFreeze.Declared;
import dev.interlock.rules.domain.DeclaredFreeze.Extension;
import dev.interlock.rules.domain.DeclaredFreeze.Undeclared;
import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.domain.facts.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A freeze as people read it.
 *
 * @param state as of the answer
 * @param expiresAt half-open; null = until it is thawed
 * @param activatedBy opaque id; likewise {@code thawedBy}
 * @param extensions oldest first
 * @param thawedAt null unless somebody ended it before its time; likewise who and why
 */
public record FreezeView(
        String id,
        State state,
        String reason,
        @Nullable String incidentUrl,
        Scope scope,
        Instant startsAt,
        @Nullable Instant expiresAt,
        boolean indefinite,
        Instant activatedAt,
        String activatedBy,
        List<Extension> extensions,
        @Nullable Instant thawedAt,
        @Nullable String thawedBy,
        @Nullable String thawReason) {

    public enum State {
        SCHEDULED,
        ACTIVE,
        EXPIRED,
        THAWED
    }

    public static FreezeView of(DeclaredFreeze declared, Instant now) {
        return switch (declared) {
            case Declared(var freeze, var at, var by, var extensions, var thaw) ->
                    new FreezeView(
                            freeze.id(),
                            state(freeze, now),
                            freeze.reason(),
                            freeze.incidentUrl(),
                            freeze.scope(),
                            freeze.startsAt(),
                            freeze.expiresAt(),
                            freeze.expiresAt() == null,
                            at,
                            by,
                            extensions,
                            thaw == null ? null : thaw.at(),
                            thaw == null ? null : thaw.by(),
                            thaw == null ? null : thaw.reason());
            case Undeclared ignored -> throw new IllegalStateException("no freeze was activated");
        };
    }

    private static State state(Freeze freeze, Instant now) {
        if (freeze.thawedAt() != null) {
            return State.THAWED;
        }
        if (freeze.hasEnded(now)) {
            return State.EXPIRED;
        }
        return freeze.isActive(now) ? State.ACTIVE : State.SCHEDULED;
    }
}
