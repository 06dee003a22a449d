package dev.interlock.rules.http;

import dev.interlock.rules.domain.RuleContents;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.domain.WrittenRule.Unwritten;
import dev.interlock.rules.domain.WrittenRule.Written;
import dev.interlock.rules.domain.rule.RuleKind;
import dev.interlock.rules.domain.rule.Violations;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version of a rule as people read it.
 *
 * @param sentence what it demands, in one line
 */
public record RuleView(
        String id,
        int version,
        String name,
        String kind,
        String mode,
        ScopeView scope,
        Map<String, Object> options,
        String sentence) {

    public record ScopeView(
            List<String> products, List<String> environments, List<String> environmentTypes) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    public static RuleView of(WrittenRule rule) {
        return switch (rule) {
            case Written(var id, var version, var contents) -> of(id, version, contents);
            case Unwritten ignored -> throw new IllegalStateException("no rule was written");
        };
    }

    public static RuleView of(String id, int version, RuleContents contents) {
        var options = JSON.readValue(contents.definition(), OBJECT);
        var reader = RuleKind.READERS.get(contents.kind());
        return new RuleView(
                id,
                version,
                contents.name(),
                contents.kind(),
                contents.mode(),
                new ScopeView(
                        contents.products(), contents.environments(), contents.environmentTypes()),
                options,
                reader == null ? "" : reader.apply(options, new Violations()).sentence());
    }
}
