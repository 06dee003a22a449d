package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person's approval of one slot, bound to what that person saw.
 *
 * @param actingFor the delegator, one person with the delegate; null if nobody else is stood for
 * @param groups those whoever is stood for was in when deciding
 * @param endedAt when it was withdrawn or revoked; null while it was not
 */
public record Approval(
        String id,
        String slot,
        int revision,
        Digest contentHash,
        String person,
        @Nullable String actingFor,
        Set<String> groups,
        Instant at,
        @Nullable Instant endedAt) {

    public Approval {
        groups = Set.copyOf(groups);
    }

    public boolean withdrawn() {
        return endedAt != null;
    }

    /** Whoever is stood for: whose role and groups it is about. */
    public String principal() {
        return actingFor == null ? person : actingFor;
    }

    Approval ended(Instant when) {
        return new Approval(id, slot, revision, contentHash, person, actingFor, groups, at, when);
    }

    /** As it was just before the instant. */
    Approval asOf(Instant instant) {
        return endedAt == null || endedAt.isBefore(instant)
                ? this
                : new Approval(
                        id, slot, revision, contentHash, person, actingFor, groups, at, null);
    }
}
