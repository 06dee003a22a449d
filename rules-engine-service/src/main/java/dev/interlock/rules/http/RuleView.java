package dev.interlock.rules.http;

import dev.interlock.rules.domain.RuleContents;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.domain.WrittenRule.Unwritten;
import dev.interlock.rules.domain.WrittenRule.Written;
import dev.interlock.rules.domain.rule.RuleKind;
import dev.interlock.rules.domain.rule.Violations;
import dev.interlock.rules.events.RuleTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version of a rule as people read it.
 *
 * @param suspension until when it does not apply; null = it does
 * @param firstDeployment {@code enforce} or {@code exempt}
 * @param appliesTo which versions it is for, where its scope holds; null = all
 * @param overridable may an override lift it?
 * @param sentence what it demands, in one line
 */
public record RuleView(
        String id,
        int version,
        String name,
        String kind,
        String mode,
        @Nullable SuspensionView suspension,
        ScopeView scope,
        String firstDeployment,
        @Nullable AppliesToView appliesTo,
        boolean overridable,
        Map<String, Object> options,
        String sentence) {

    public record ScopeView(
            List<String> products,
            List<String> productLabels,
            List<String> environments,
            List<String> environmentTypes,
            List<String> actionKinds,
            List<String> actorKinds) {}

    /**
     * @param until no longer then; it may be over
     */
    public record SuspensionView(Instant until, String reason) {}

    /**
     * @param createdAfter only versions first seen then or later
     */
    public record AppliesToView(Instant createdAfter) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    public static RuleView of(WrittenRule rule) {
        return switch (rule) {
            case Written(var id, var version, var contents) -> of(id, version, contents);
            case Unwritten ignored -> throw new IllegalStateException("no rule was written");
        };
    }

    public static RuleView of(String id, int version, RuleContents contents) {
        var options = options(contents.definition());
        var reader = RuleKind.READERS.get(contents.kind());
        return new RuleView(
                id,
                version,
                contents.name(),
                contents.kind(),
                contents.mode(),
                suspension(contents.terms()),
                new ScopeView(
                        contents.scope().products(),
                        contents.scope().productLabels(),
                        contents.scope().environments(),
                        contents.scope().environmentTypes(),
                        contents.terms().actionKinds(),
                        contents.terms().actorKinds()),
                contents.terms().firstDeployment(),
                appliesTo(contents.terms()),
                !Boolean.FALSE.equals(contents.terms().overridable()),
                options,
                reader == null ? "" : reader.apply(options, new Violations()).sentence());
    }

    /** Without any, if they cannot be read: the gate says so where the rule applies. */
    private static Map<String, Object> options(String definition) {
        try {
            return JSON.readValue(definition, OBJECT);
        } catch (JacksonException unreadable) {
            return Map.of();
        }
    }

    private static @Nullable AppliesToView appliesTo(RuleTerms terms) {
        return terms.createdAfter() == null ? null : new AppliesToView(terms.createdAfter());
    }

    private static @Nullable SuspensionView suspension(RuleTerms terms) {
        return terms.suspendedUntil() == null
                ? null
                : new SuspensionView(
                        terms.suspendedUntil(),
                        Objects.requireNonNullElse(terms.suspendedBecause(), ""));
    }
}
