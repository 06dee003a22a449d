package dev.interlock.rules.http;

import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.RuleContents;
import dev.interlock.rules.domain.rule.RuleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rule as it is submitted, for its first and for each later version.
 *
 * @param mode default {@code enforce}
 * @param options the kind's own settings
 */
public record RuleBody(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String mode,
        @Nullable ScopeBody scope,
        @Nullable Map<String, Object> options) {

    /** Absent or empty = all. */
    public record ScopeBody(
            @Nullable List<@Nullable String> products,
            @Nullable List<@Nullable String> environments,
            @Nullable List<@Nullable String> environmentTypes) {}

    private static final int NAME_LENGTH = 120;
    private static final Set<String> MODES = Set.of("enforce", "report_only", "disabled");
    private static final Set<String> TYPES = Set.of("development", "test", "staging", "production");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Names one field of one kind. */
    private interface Field {
        String read(String pointer, @Nullable String value, Violations violations);
    }

    /**
     * @throws dev.interlock.edge.Problem 422 naming every field that is not valid
     */
    public RuleContents contents() {
        var violations = new Violations();
        var ruleName = violations.line("/name", name, NAME_LENGTH);
        violations.expect(
                !ruleName.contains(",") && !ruleName.contains("::"),
                "/name",
                "contains ',' or '::'");
        var ruleMode = mode == null ? "enforce" : mode;
        violations.expect(
                MODES.contains(ruleMode), "/mode", ruleMode + " (expected: " + sorted(MODES) + ")");
        var where = scope == null ? new ScopeBody(null, null, null) : scope;
        var contents =
                new RuleContents(
                        ruleName,
                        ruleMode,
                        kind == null ? "" : kind,
                        all("/scope/products", where.products(), Names::product, violations),
                        all(
                                "/scope/environments",
                                where.environments(),
                                Names::environment,
                                violations),
                        all(
                                "/scope/environment_types",
                                where.environmentTypes(),
                                RuleBody::type,
                                violations),
                        definition(violations));
        violations.throwIfAny();
        return contents;
    }

    private String definition(Violations violations) {
        var reader = kind == null ? null : RuleKind.READERS.get(kind);
        if (reader == null) {
            violations.add(
                    "/kind", kind + " (expected: " + sorted(RuleKind.READERS.keySet()) + ")");
            return "{}";
        }
        var found = new dev.interlock.rules.domain.rule.Violations();
        var read = reader.apply(options == null ? Map.of() : options, found);
        found.all().forEach(v -> violations.add("/options" + v.pointer(), v.detail()));
        return JSON.writeValueAsString(new TreeMap<>(read.definition()));
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

    private static String type(String pointer, @Nullable String value, Violations violations) {
        violations.expect(
                value != null && TYPES.contains(value),
                pointer,
                value + " (expected: " + sorted(TYPES) + ")");
        return String.valueOf(value);
    }

    private static String sorted(Set<String> words) {
        return "one of " + String.join(", ", words.stream().sorted().toList());
    }
}
