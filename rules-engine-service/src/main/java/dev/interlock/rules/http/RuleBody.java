package dev.interlock.rules.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.RuleContents;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.domain.rule.Applicability;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.rule.RuleKind;
import dev.interlock.rules.domain.schedule.CalendarName;
import dev.interlock.rules.events.RuleTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rule as it is submitted, for its first and for each later version.
 *
 * @param mode default {@code enforce}; {@code suspended_until} is the same, and wants a suspension
 * @param suspension until when it does not apply, whatever its mode; null = it does
 * @param firstDeployment {@code enforce} (default) or {@code exempt}
 * @param appliesTo which versions it is for, where its scope holds; null = {@code all}
 * @param overridable may an override lift it? default true
 * @param options the kind's own settings
 */
public record RuleBody(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String mode,
        @Nullable SuspensionBody suspension,
        @Nullable ScopeBody scope,
        @Nullable String firstDeployment,
        @Nullable AppliesToBody appliesTo,
        @Nullable Boolean overridable,
        @Nullable Map<String, Object> options) {

    /** Absent or empty = all. */
    public record ScopeBody(
            @Nullable List<@Nullable String> products,
            @Nullable List<@Nullable String> productLabels,
            @Nullable List<@Nullable String> environments,
            @Nullable List<@Nullable String> environmentTypes,
            @Nullable List<@Nullable String> actionKinds,
            @Nullable List<@Nullable String> actorKinds) {}

    /** Ends by itself. */
    public record SuspensionBody(@Nullable Instant until, @Nullable String reason) {}

    /**
     * @param createdAfter only versions first seen then or later
     */
    public record AppliesToBody(@Nullable Instant createdAfter) {

        private static final AppliesToBody ALL = new AppliesToBody(Instant.MIN);

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public AppliesToBody {}

        /** {@code all} in so many words; any other word says nothing. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static AppliesToBody of(String word) {
            return word.strip().equalsIgnoreCase("all") ? ALL : new AppliesToBody(null);
        }

        private boolean isAll() {
            return equals(ALL);
        }
    }

    private static final int NAME_LENGTH = 120;
    private static final int REASON_LENGTH = 500;
    private static final Set<String> MODES = Set.of("enforce", "report_only", "disabled");

    /** In force once its suspension has ended by itself. */
    private static final String SUSPENDED = "suspended_until";

    private static final Set<String> TYPES = Set.of("development", "test", "staging", "production");
    private static final Set<String> ACTIONS = Set.of("deploy", "redeploy", "rollback");
    private static final Set<String> ACTORS = Set.of("human", "ci", "agent");
    private static final Set<String> FIRST = Set.of(RuleTerms.ENFORCE, RuleTerms.EXEMPT);
    private static final String A_TIME =
            "is missing (expected: a time such as 2026-12-01T08:00:00Z)";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Names one field of one kind. */
    private interface Field {
        String read(String pointer, @Nullable String value, Violations violations);
    }

    /**
     * @param calendars is there one of this name?
     * @throws dev.interlock.edge.Problem 422 naming every field that is not valid
     */
    public RuleContents contents(Predicate<String> calendars) {
        return contents("", calendars);
    }

    /**
     * @param at pointer to this body within the one that was sent
     */
    private RuleContents contents(String at, Predicate<String> calendars) {
        var violations = new Violations();
        var ruleName = violations.line(at + "/name", name, NAME_LENGTH);
        violations.expect(
                !ruleName.contains(",") && !ruleName.contains("::"),
                at + "/name",
                "contains ',' or '::'");
        var ruleMode = mode == null || mode.equals(SUSPENDED) ? RuleTerms.ENFORCE : mode;
        violations.expect(
                MODES.contains(ruleMode),
                at + "/mode",
                ruleMode + " (expected: " + sorted(MODES) + ")");
        violations.expect(
                !SUSPENDED.equals(mode) || suspension != null,
                at + "/suspension",
                "is missing (expected with this mode: {until, reason})");
        var where = scope == null ? new ScopeBody(null, null, null, null, null, null) : scope;
        var contents =
                new RuleContents(
                        ruleName,
                        ruleMode,
                        kind == null ? "" : kind,
                        scope(at + "/scope", where, violations),
                        definition(at, calendars, violations),
                        terms(at, where, violations));
        violations.throwIfAny();
        return contents;
    }

    /**
     * As the gate would apply it, enforced whatever its mode, and suspended or not.
     *
     * @param calendars is there one of this name?
     * @throws dev.interlock.edge.Problem 422 naming every field that is not valid, below {@code
     *     /rule}
     */
    public Rule draft(String id, Predicate<String> calendars) {
        var written = contents("/rule", calendars);
        var terms = written.terms();
        var reader = RuleKind.READERS.get(written.kind());
        return new Rule(
                id,
                written.name(),
                0,
                Rule.Mode.ENFORCE,
                written.scope(),
                Applicability.of(
                        terms.actionKinds(),
                        terms.actorKinds(),
                        terms.firstDeployment(),
                        null,
                        null,
                        terms.overridable(),
                        terms.createdAfter()),
                reader == null
                        ? null
                        : reader.apply(
                                options == null ? Map.of() : options,
                                new dev.interlock.rules.domain.rule.Violations()));
    }

    private String definition(String at, Predicate<String> calendars, Violations violations) {
        var reader = kind == null ? null : RuleKind.READERS.get(kind);
        if (reader == null) {
            violations.add(
                    at + "/kind", kind + " (expected: " + sorted(RuleKind.READERS.keySet()) + ")");
            return "{}";
        }
        var found = new dev.interlock.rules.domain.rule.Violations();
        var read = reader.apply(options == null ? Map.of() : options, found);
        found.all().forEach(v -> violations.add(at + "/options" + v.pointer(), v.detail()));
        for (var name : read.calendars()) {
            violations.expect(
                    calendars.test(name),
                    at + "/options" + where(name, options),
                    "calendar %s does not exist (expected: one that was imported)".formatted(name));
        }
        return JSON.writeValueAsString(new TreeMap<>(read.definition()));
    }

    /** Pointer to the first mention of a calendar; empty if there is none. */
    private static String where(String calendar, @Nullable Object options) {
        if (options instanceof Map<?, ?> map) {
            if (calendar.equals(CalendarName.of(map.get("calendar")))) {
                return "/calendar";
            }
            return map.entrySet().stream()
                    .map(e -> within("/" + e.getKey(), where(calendar, e.getValue())))
                    .filter(pointer -> !pointer.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (options instanceof List<?> list) {
            return IntStream.range(0, list.size())
                    .mapToObj(i -> within("/" + i, where(calendar, list.get(i))))
                    .filter(pointer -> !pointer.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return "";
    }

    private static String within(String step, String pointer) {
        return pointer.isEmpty() ? "" : step + pointer;
    }

    private static List<String> all(
            String pointer,
            @Nullable List<@Nullable String> values,
            Field field,
            Violations violations) {
        var names = new ArrayList<String>();
        for (int i = 0; values != null && i < values.size(); i++) {
            names.add(field.read(pointer + "/" + i, values.get(i), violations));
        }
        return names.stream().distinct().sorted().toList();
    }

    private static Scope scope(String at, ScopeBody where, Violations violations) {
        return new Scope(
                all(at + "/products", where.products(), Names::product, violations),
                all(at + "/product_labels", where.productLabels(), Names::label, violations),
                all(at + "/environments", where.environments(), Names::environment, violations),
                all(at + "/environment_types", where.environmentTypes(), oneOf(TYPES), violations));
    }

    private RuleTerms terms(String at, ScopeBody where, Violations violations) {
        var first =
                firstDeployment == null
                        ? RuleTerms.ENFORCE
                        : oneOf(FIRST).read(at + "/first_deployment", firstDeployment, violations);
        var actions =
                all(at + "/scope/action_kinds", where.actionKinds(), oneOf(ACTIONS), violations);
        var actors = all(at + "/scope/actor_kinds", where.actorKinds(), oneOf(ACTORS), violations);
        boolean all = appliesTo == null || appliesTo.isAll();
        var createdAfter = all ? null : requireNonNull(appliesTo).createdAfter();
        violations.expect(all || createdAfter != null, at + "/applies_to/created_after", A_TIME);
        if (suspension == null) {
            return new RuleTerms(
                    actions, actors, first, null, null, unlessUsual(overridable), createdAfter);
        }
        violations.expect(suspension.until() != null, at + "/suspension/until", A_TIME);
        return new RuleTerms(
                actions,
                actors,
                first,
                suspension.until(),
                violations.line(at + "/suspension/reason", suspension.reason(), REASON_LENGTH),
                unlessUsual(overridable),
                createdAfter);
    }

    private static @Nullable Boolean unlessUsual(@Nullable Boolean mayBeLifted) {
        return Boolean.FALSE.equals(mayBeLifted) ? mayBeLifted : null;
    }

    private static Field oneOf(Set<String> words) {
        return (pointer, value, violations) -> {
            violations.expect(
                    value != null && words.contains(value),
                    pointer,
                    value + " (expected: " + sorted(words) + ")");
            return String.valueOf(value);
        };
    }

    private static String sorted(Set<String> words) {
        return "one of " + String.join(", ", words.stream().sorted().toList());
    }
}
