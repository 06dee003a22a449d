package dev.interlock.approval.write.issuetoken;

import dev.interlock.approval.http.ScopeNames;
import dev.interlock.approval.http.TokenActions;
import dev.interlock.edge.Violations;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as asked for.
 *
 * @param kind {@code personal} or {@code service_key}
 * @param person whose it shall be; null = the caller's own
 * @param actorKind {@code human} or {@code agent}, for a service key {@code ci} or {@code agent}
 * @param actions what a service key may do; limits a personal token to less than its person may
 * @param expiresIn ISO 8601, for example {@code P90D}
 */
record TokenOrder(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String person,
        @Nullable String actorKind,
        @Nullable List<@Nullable String> actions,
        @Nullable List<@Nullable String> products,
        @Nullable List<@Nullable String> environments,
        @Nullable String expiresIn) {

    static final String PERSONAL = "personal";
    static final String SERVICE_KEY = "service_key";

    private static final Set<String> PERSONAL_ACTORS = Set.of("human", "agent");
    private static final Set<String> KEY_ACTORS = Set.of("ci", "agent");
    private static final Duration PERSONAL_LIFE = Duration.ofDays(90);
    private static final Duration KEY_LIFE = Duration.ofDays(365);
    private static final Duration LONGEST_LIFE = Duration.ofDays(2 * 365);
    private static final int LONGEST_NAME = 200;

    /**
     * @param person null for a service key, and for a personal token of the caller
     */
    record Valid(
            String kind,
            String name,
            @Nullable String person,
            String actorKind,
            List<String> actions,
            List<String> products,
            List<String> environments,
            Duration life) {

        boolean personal() {
            return kind.equals(PERSONAL);
        }
    }

    /**
     * @throws dev.interlock.edge.Problem 422 naming everything that is wrong
     */
    Valid validate() {
        var violations = new Violations();
        violations.expect(
                PERSONAL.equals(kind) || SERVICE_KEY.equals(kind),
                "/kind",
                kind + " (expected: personal or service_key)");
        boolean key = SERVICE_KEY.equals(kind);
        var label = violations.line("/name", name, LONGEST_NAME);
        var owner = violations.optionalLine("/person", person, LONGEST_NAME);
        var actor = actorKind == null ? (key ? "ci" : "human") : actorKind;
        violations.expect(
                (key ? KEY_ACTORS : PERSONAL_ACTORS).contains(actor),
                "/actor_kind",
                actor + " (expected: " + (key ? "ci or agent" : "human or agent") + ")");
        var allowed = TokenActions.check(actions, key, violations);
        var inProducts = ScopeNames.check("/products", products, violations);
        var inEnvironments = ScopeNames.check("/environments", environments, violations);
        if (key) {
            violations.expect(owner == null, "/person", "a service key belongs to no person");
        }
        var life = life(key ? KEY_LIFE : PERSONAL_LIFE, violations);
        violations.throwIfAny();
        return new Valid(
                key ? SERVICE_KEY : PERSONAL,
                label,
                owner,
                actor,
                allowed,
                inProducts,
                inEnvironments,
                life);
    }

    private Duration life(Duration usual, Violations violations) {
        if (expiresIn == null) {
            return usual;
        }
        try {
            var life = Duration.parse(expiresIn);
            violations.expect(
                    life.isPositive() && life.compareTo(LONGEST_LIFE) <= 0,
                    "/expires_in",
                    expiresIn + " (expected: more than nothing, at most P730D)");
            return life;
        } catch (DateTimeException e) {
            violations.add("/expires_in", expiresIn + " (expected: a duration such as P90D)");
            return usual;
        }
    }
}
