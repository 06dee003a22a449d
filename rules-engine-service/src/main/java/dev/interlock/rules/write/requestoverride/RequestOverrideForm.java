package dev.interlock.rules.write.requestoverride;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.gate.Facts;
import dev.interlock.rules.domain.gate.Overridable;
import dev.interlock.rules.domain.gate.Overridable.Standing;
import dev.interlock.rules.http.FreezeFields;
import dev.interlock.rules.http.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Body of an override.
 *
 * @param rules ids of rules, {@code freeze:} and an id, or codes of built-in checks
 * @param expiresAt null = the longest that may be
 * @param people null = as the installation asks for; 2 asks for a second person in any case
 */
record RequestOverrideForm(
        @Nullable String product,
        @Nullable String version,
        @Nullable String environment,
        @Nullable List<@Nullable String> rules,
        @Nullable String reason,
        @Nullable String incidentUrl,
        @Nullable Instant expiresAt,
        @Nullable Integer people) {

    /** SPEC 5: 4 h at most. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_RULES = 50;

    /**
     * @param least how many the installation wants to stand for it
     * @param by opaque id
     * @throws Problem 422 naming every field that is wrong; 409 {@code OVERRIDE_NOT_ALLOWED} if all
     *     are right, and one of the rules can be lifted by nothing; 409 {@code OVERRIDE_MISMATCH}
     *     if one is not for this product there
     */
    RequestOverride command(String id, Facts facts, int least, String by, Instant now) {
        var violations = new Violations();
        var deployed = Names.product("/product", product, violations);
        var inVersion = Names.version("/version", version, violations);
        var target = target(facts, violations);
        var forbidden = new TreeSet<String>();
        var names = names(facts, forbidden, violations);
        var elsewhere = new TreeSet<String>();
        var why = FreezeFields.reason(reason, violations);
        var incident = violations.webAddress("/incident_url", incidentUrl, LONGEST_URL);
        var until = until(now, violations);
        violations.expect(
                people == null || people == 1 || people == 2,
                "/people",
                people + " (expected: 1 or 2)");
        violations.throwIfAny();
        if (!forbidden.isEmpty()) {
            throw Problem.of(
                            409,
                            "OVERRIDE_NOT_ALLOWED",
                            "no override lifts " + String.join(" or ", forbidden))
                    .with("rules", List.copyOf(forbidden));
        }
        names.stream()
                .filter(name -> !isFor(name, deployed, target, facts, now))
                .forEach(elsewhere::add);
        if (!elsewhere.isEmpty()) {
            throw Problem.of(
                            409,
                            "OVERRIDE_MISMATCH",
                            "%s not for %s in %s: there is nothing to lift"
                                    .formatted(
                                            String.join(" and ", elsewhere)
                                                    + (elsewhere.size() == 1 ? " is" : " are"),
                                            deployed,
                                            target))
                    .with("rules", List.copyOf(elsewhere));
        }
        return new RequestOverride(
                id,
                deployed,
                inVersion,
                target,
                names,
                why,
                incident,
                Math.max(least, requireNonNullElse(people, 1)),
                until,
                facts.reviewDue(by),
                by);
    }

    private String target(Facts facts, Violations violations) {
        var name = Names.environment("/environment", environment, violations);
        var known = facts.environment(name);
        if (known == null) {
            violations.expect(
                    environment == null || environment.isBlank(),
                    "/environment",
                    name + " is not registered");
            return name;
        }
        return known.name();
    }

    private List<String> names(Facts facts, TreeSet<String> forbidden, Violations violations) {
        var given = rules == null ? List.<@Nullable String>of() : rules;
        violations.expect(
                !given.isEmpty(),
                "/rules",
                "is required: what it lifts (ids of rules, freeze:ID, codes of built-in checks)");
        violations.expect(
                given.size() <= MOST_RULES,
                "/rules",
                "has %d names (expected: <= %d)".formatted(given.size(), MOST_RULES));
        var names = new TreeSet<String>();
        for (int i = 0; i < Math.min(given.size(), MOST_RULES); i++) {
            var name = violations.line("/rules/" + i, given.get(i), LONGEST_NAME);
            var standing = Overridable.of(name, facts);
            violations.expect(
                    standing != Standing.UNKNOWN || name.isEmpty(),
                    "/rules/" + i,
                    name
                            + " is unknown (expected: the id of a rule, freeze:ID, or the code of a"
                            + " built-in check)");
            if (standing == Standing.MAY_NOT) {
                forbidden.add(name);
            }
            names.add(name);
        }
        return new ArrayList<>(names);
    }

    /** A freeze that has ended is for nothing; one that has not begun may be in the way yet. */
    private static boolean isFor(
            String name, String product, String target, Facts facts, Instant now) {
        var environment = facts.environment(target);
        if (environment == null) {
            return false;
        }
        var freeze = facts.freeze(Overridable.freezeIn(name));
        if (freeze != null) {
            return !freeze.hasEnded(now)
                    && freeze.scope().holds(product, facts.labels(product), environment);
        }
        return facts.rule(name) == null
                || facts.rules(product, environment).stream()
                        .anyMatch(rule -> rule.id().equals(name));
    }

    private Instant until(Instant now, Violations violations) {
        var latest = now.plus(LONGEST);
        if (expiresAt == null) {
            return latest;
        }
        violations.expect(
                expiresAt.isAfter(now), "/expires_at", "is past (expected: in the future)");
        violations.expect(
                !expiresAt.isAfter(latest),
                "/expires_at",
                "is too far off (expected: within 4 hours)");
        return expiresAt;
    }
}
