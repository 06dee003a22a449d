package dev.interlock.rules.http;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.facts.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What bodies about freezes have in common. */
public final class FreezeFields {

    /** Absent or empty = all. */
    public record ScopeBody(
            @Nullable List<@Nullable String> products,
            @Nullable List<@Nullable String> productLabels,
            @Nullable List<@Nullable String> environments,
            @Nullable List<@Nullable String> environmentTypes) {}

    private static final int LONGEST_REASON = 4_000;
    private static final int MOST_NAMES = 100;

    /** As far as the gate looks ahead; for longer one says that there is no end. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Set<String> TYPES = Set.of("development", "test", "staging", "production");

    /** Names one field of one kind. */
    private interface Field {
        String read(String pointer, @Nullable String value, Violations violations);
    }

    private FreezeFields() {}

    public static String reason(@Nullable String reason, Violations violations) {
        var why = violations.optionalText("/reason", reason, LONGEST_REASON);
        violations.expect(why != null, "/reason", "is required");
        return requireNonNullElse(why, "");
    }

    public static Instant expiry(@Nullable Instant end, Instant now, Violations violations) {
        if (end == null) {
            violations.add("/expires_at", "is required: when it ends");
            return now;
        }
        violations.expect(end.isAfter(now), "/expires_at", "is past (expected: in the future)");
        violations.expect(
                !end.isAfter(now.plus(LONGEST)),
                "/expires_at",
                "is too far off (expected: within 366 days)");
        return end;
    }

    public static Scope scope(@Nullable ScopeBody scope, Violations violations) {
        var where = scope == null ? new ScopeBody(null, null, null, null) : scope;
        return new Scope(
                all("/scope/products", where.products(), Names::product, violations),
                all("/scope/product_labels", where.productLabels(), Names::label, violations),
                all("/scope/environments", where.environments(), Names::environment, violations),
                all(
                        "/scope/environment_types",
                        where.environmentTypes(),
                        FreezeFields::type,
                        violations));
    }

    private static List<String> all(
            String pointer,
            @Nullable List<@Nullable String> values,
            Field field,
            Violations violations) {
        var given = values == null ? List.<@Nullable String>of() : values;
        violations.expect(
                given.size() <= MOST_NAMES,
                pointer,
                "has %d names (expected: <= %d)".formatted(given.size(), MOST_NAMES));
        var names = new TreeSet<String>();
        for (int i = 0; i < Math.min(given.size(), MOST_NAMES); i++) {
            names.add(field.read(pointer + "/" + i, given.get(i), violations));
        }
        return List.copyOf(names);
    }

    private static String type(String pointer, @Nullable String value, Violations violations) {
        violations.expect(
                value != null && TYPES.contains(value),
                pointer,
                value + " (expected: one of " + String.join(", ", new TreeSet<>(TYPES)) + ")");
        return String.valueOf(value);
    }
}
