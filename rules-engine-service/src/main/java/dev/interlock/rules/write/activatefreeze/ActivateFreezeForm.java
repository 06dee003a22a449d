package dev.interlock.rules.write.activatefreeze;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.edge.Violations;
import dev.interlock.rules.http.FreezeFields;
import dev.interlock.rules.http.FreezeFields.ScopeBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of a freeze.
 *
 * @param scope null = everything
 * @param startsAt null = now
 * @param indefinite must be true for a freeze without {@code expiresAt}: it is forgotten too easily
 *     to come about by leaving something out
 */
record ActivateFreezeForm(
        @Nullable String reason,
        @Nullable String incidentUrl,
        @Nullable ScopeBody scope,
        @Nullable Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable Boolean indefinite) {

    private static final int LONGEST_URL = 2_000;

    /**
     * @throws dev.interlock.edge.Problem 422 naming every field that is wrong
     */
    ActivateFreeze command(String id, String by, Instant now) {
        var violations = new Violations();
        var why = FreezeFields.reason(reason, violations);
        var incident =
                incidentUrl == null || incidentUrl.isBlank()
                        ? null
                        : violations.webAddress("/incident_url", incidentUrl, LONGEST_URL);
        var where = FreezeFields.scope(scope, violations);
        violations.expect(
                startsAt == null || !startsAt.isBefore(now),
                "/starts_at",
                "is past (expected: in the future, or absent for now)");
        expiry(violations, now);
        violations.throwIfAny();
        return new ActivateFreeze(id, why, incident, where, startsAt, expiresAt, by);
    }

    private void expiry(Violations violations, Instant now) {
        boolean unending = Boolean.TRUE.equals(indefinite);
        if (expiresAt == null) {
            violations.expect(
                    unending,
                    "/expires_at",
                    "is required: when it ends, unless \"indefinite\" is true");
            return;
        }
        violations.expect(!unending, "/indefinite", "is true, but expires_at is given");
        FreezeFields.expiry(expiresAt, now, violations);
        violations.expect(
                expiresAt.isAfter(requireNonNullElse(startsAt, now)),
                "/expires_at",
                "is not after starts_at");
    }
}
