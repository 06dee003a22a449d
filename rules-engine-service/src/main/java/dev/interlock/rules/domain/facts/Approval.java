package dev.interlock.rules.domain.facts;

import java.time.Instant;

/** One person's approval of one slot, bound to what that person saw. */
public record Approval(
        String id,
        String slot,
        int revision,
        String contentHash,
        String person,
        Instant at,
        boolean withdrawn) {

    public Approval withdraw() {
        return new Approval(id, slot, revision, contentHash, person, at, true);
    }
}
