package dev.interlock.approval.write.givedelegation;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.approval.http.ScopeNames;
import dev.interlock.approval.http.VersionFields;
import dev.interlock.edge.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Body of a delegation.
 *
 * @param from null = whoever sends it
 * @param startsAt null = now
 * @param environments none = all; likewise products and types
 */
record DelegationForm(
        @Nullable String to,
        @Nullable String from,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable List<@Nullable String> environments,
        @Nullable List<@Nullable String> products,
        @Nullable List<@Nullable String> types,
        @Nullable String reason) {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REASON = 4_000;
    private static final int MOST_NAMES = 100;

    /** Nobody is away for longer; a role is for good. */
    private static final Duration LONGEST = Duration.ofDays(366);

    record Checked(
            String to,
            @Nullable String from,
            @Nullable Instant startsAt,
            Instant endsAt,
            List<String> environments,
            List<String> products,
            List<String> types,
            String reason) {}

    /**
     * @throws dev.interlock.edge.Problem 422 naming every field that is wrong
     */
    Checked check(Instant now) {
        var violations = new Violations();
        var delegate = violations.line("/to", to, LONGEST_NAME);
        var delegator = violations.optionalLine("/from", from, LONGEST_NAME);
        var start = requireNonNullElse(startsAt, now);
        var end = requireNonNullElse(endsAt, Instant.MAX);
        violations.expect(endsAt != null, "/ends_at", "is required: a delegation ends");
        if (endsAt != null) {
            violations.expect(end.isAfter(now), "/ends_at", "is past (expected: in the future)");
            violations.expect(end.isAfter(start), "/ends_at", "is not after starts_at");
            violations.expect(
                    !end.isAfter(now.plus(LONGEST)),
                    "/ends_at",
                    "is too far off (expected: within 366 days)");
        }
        var why = violations.optionalText("/reason", reason, LONGEST_REASON);
        violations.expect(why != null, "/reason", "is required: why somebody else decides");
        var checked =
                new Checked(
                        delegate,
                        delegator,
                        startsAt,
                        end,
                        ScopeNames.check("/environments", environments, violations),
                        ScopeNames.check("/products", products, violations),
                        types(violations, types),
                        requireNonNullElse(why, ""));
        violations.throwIfAny();
        return checked;
    }

    private static List<String> types(
            Violations violations, @Nullable List<@Nullable String> types) {
        var fields = new VersionFields(violations);
        var folded = new TreeSet<String>();
        var given = types == null ? List.<@Nullable String>of() : types;
        violations.expect(
                given.size() <= MOST_NAMES,
                "/types",
                "has too many (expected: <= " + MOST_NAMES + ")");
        for (int i = 0; i < Math.min(given.size(), MOST_NAMES); i++) {
            folded.add(fields.type("/types/" + i, given.get(i)));
        }
        return List.copyOf(folded);
    }
}
