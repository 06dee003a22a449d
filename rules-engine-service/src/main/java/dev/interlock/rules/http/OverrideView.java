package dev.interlock.rules.http;

import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.domain.RequestedOverride.Requested;
import dev.interlock.rules.domain.RequestedOverride.Said;
import dev.interlock.rules.domain.RequestedOverride.Unrequested;
import dev.interlock.rules.domain.RequestedOverride.Use;
import dev.interlock.rules.domain.facts.GivenOverride;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An override as people read it.
 *
 * @param state as of the answer
 * @param rules what it lifts: ids of rules, {@code freeze:} and an id, or codes of built-in checks
 * @param people how many must stand for it: 1 or 2
 * @param expiresAt half-open
 * @param requestedBy opaque id; likewise {@code confirmedBy}
 * @param confirmedAt null until a second person stood for it
 * @param withdrawal null unless it was taken back
 * @param use null until a deployment started by it
 * @param review null until it was closed
 */
public record OverrideView(
        String id,
        State state,
        String product,
        String version,
        String environment,
        List<String> rules,
        String reason,
        String incidentUrl,
        int people,
        Instant requestedAt,
        Instant expiresAt,
        String requestedBy,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Said withdrawal,
        @Nullable Use use,
        @Nullable Said review) {

    public enum State {
        /** Waits for a second person. */
        PENDING,
        ACTIVE,
        WITHDRAWN,
        EXPIRED,
        /** Used, and somebody else has to look at it. */
        REVIEW_DUE,
        REVIEWED
    }

    public static OverrideView of(RequestedOverride override, Instant now) {
        return switch (override) {
            case Requested(
                            var given,
                            var reason,
                            var incidentUrl,
                            var withdrawal,
                            var use,
                            var review) ->
                    new OverrideView(
                            given.id(),
                            state(given, now),
                            given.product(),
                            given.version(),
                            given.environment(),
                            given.names(),
                            reason,
                            incidentUrl,
                            given.people(),
                            given.requestedAt(),
                            given.expiresAt(),
                            given.by(),
                            given.confirmed() == null ? null : given.confirmed().at(),
                            given.confirmed() == null ? null : given.confirmed().by(),
                            withdrawal,
                            use,
                            review);
            case Unrequested ignored ->
                    throw new IllegalStateException("no override was requested");
        };
    }

    private static State state(GivenOverride given, Instant now) {
        if (given.spent() != null) {
            return given.reviewed() ? State.REVIEWED : State.REVIEW_DUE;
        }
        if (given.hasEnded(now)) {
            return given.withdrawnAt() == null ? State.EXPIRED : State.WITHDRAWN;
        }
        return given.isPending(now) ? State.PENDING : State.ACTIVE;
    }
}
