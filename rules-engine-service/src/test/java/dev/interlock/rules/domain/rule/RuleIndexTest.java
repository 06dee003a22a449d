package dev.interlock.rules.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.rule.Rule.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleIndexTest {

    private static final Environment LIVE =
            new Environment("live", "production", true, List.of("prod"));

    @Test
    void aRuleAppliesWhereItsWholeScopeMatches() {
        var index =
                RuleIndex.of(
                        List.of(
                                rule("everywhere", List.of(), List.of(), List.of()),
                                rule("here", List.of("api"), List.of("live"), List.of()),
                                rule("by alias", List.of(), List.of("prod", "live"), List.of()),
                                rule("by type", List.of(), List.of(), List.of("production")),
                                rule("other product", List.of("web"), List.of(), List.of()),
                                rule("other type", List.of(), List.of("live"), List.of("test"))));
        assertThat(index.applicable("api", LIVE))
                .extracting(Rule::id)
                .containsExactly("by alias", "by type", "everywhere", "here");
    }

    @Test
    void theIndexAgreesWithAskingEveryRule() {
        var names = List.of("a", "b", "c");
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var rules = new ArrayList<Rule>();
            for (int i = 0; i < 30; i++) {
                rules.add(rule("r" + i, some(names, random), some(names, random), List.of()));
            }
            var index = RuleIndex.of(rules);
            for (var product : names) {
                for (var environment : names) {
                    var expected =
                            rules.stream()
                                    .filter(r -> fits(r.scope().products(), product))
                                    .filter(r -> fits(r.scope().environments(), environment))
                                    .toList();
                    assertThat(
                                    index.applicable(
                                            product,
                                            new Environment(environment, "test", true, List.of())))
                            .as("seed %d", seed)
                            .containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        }
    }

    private static boolean fits(List<String> scope, String name) {
        return scope.isEmpty() || scope.contains(name);
    }

    private static List<String> some(List<String> names, Random random) {
        return names.stream().filter(n -> random.nextInt(3) == 0).toList();
    }

    private static Rule rule(
            String id, List<String> products, List<String> environments, List<String> types) {
        return new Rule(
                id,
                id,
                1,
                Mode.ENFORCE,
                new Scope(products, environments, types),
                new DrRequired(List.of(), List.of(), List.of()));
    }
}
