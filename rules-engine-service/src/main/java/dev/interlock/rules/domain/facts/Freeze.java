package dev.interlock.rules.domain.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An ad hoc stop of deployments. Whether it holds follows from its times alone; nothing happens to
 * it by a timer.
 *
 * @param startsAt the first instant at which it holds
 * @param expiresAt the first instant at which it no longer holds; null = when it is thawed
 * @param thawedAt the same, if somebody ended it before its time
 */
public record Freeze(
        String id,
        String reason,
        @Nullable String incidentUrl,
        Scope scope,
        Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable Instant thawedAt) {

    public boolean isActive(Instant at) {
        return !at.isBefore(startsAt) && !hasEnded(at);
    }

    public boolean hasEnded(Instant at) {
        var end = end();
        return end != null && !at.isBefore(end);
    }

    /** The first instant at which it no longer holds, as far as is known; null = never. */
    public @Nullable Instant end() {
        if (expiresAt == null || thawedAt == null) {
            return expiresAt == null ? thawedAt : expiresAt;
        }
        return thawedAt.isBefore(expiresAt) ? thawedAt : expiresAt;
    }

    public Freeze extendedTo(Instant later) {
        return new Freeze(id, reason, incidentUrl, scope, startsAt, later, thawedAt);
    }

    public Freeze thawed(Instant at) {
        return new Freeze(id, reason, incidentUrl, scope, startsAt, expiresAt, at);
    }
}
