package dev.interlock.rules.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Labels;
import dev.interlock.rules.domain.facts.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScopeIndexTest {

    private record Scoped(String id, Scope scope) {}

    private static final Environment LIVE =
            new Environment("live", "production", true, List.of("prod"));

    @Test
    void whatIsScopedConcernsAPlaceWhereTheWholeOfItMatches() {
        var index =
                index(
                        List.of(
                                scoped("everywhere", List.of(), List.of(), List.of(), List.of()),
                                scoped(
                                        "here",
                                        List.of("api"),
                                        List.of(),
                                        List.of("live"),
                                        List.of()),
                                scoped(
                                        "by alias",
                                        List.of(),
                                        List.of(),
                                        List.of("prod", "live"),
                                        List.of()),
                                scoped(
                                        "by type",
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of("production")),
                                scoped("by label", List.of(), List.of("pci"), List.of(), List.of()),
                                scoped(
                                        "by value",
                                        List.of(),
                                        List.of("tier:1", "tier:2"),
                                        List.of(),
                                        List.of()),
                                scoped(
                                        "by both",
                                        List.of("api"),
                                        List.of("pci", "tier:1"),
                                        List.of("live"),
                                        List.of()),
                                scoped(
                                        "other value",
                                        List.of(),
                                        List.of("tier:3"),
                                        List.of(),
                                        List.of()),
                                scoped(
                                        "other label",
                                        List.of("api"),
                                        List.of("gdpr"),
                                        List.of(),
                                        List.of()),
                                scoped(
                                        "labelled, other product",
                                        List.of("web"),
                                        List.of("pci"),
                                        List.of(),
                                        List.of()),
                                scoped(
                                        "other product",
                                        List.of("web"),
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                scoped(
                                        "other type",
                                        List.of(),
                                        List.of(),
                                        List.of("live"),
                                        List.of("test"))));

        assertThat(index.concerning("api", Labels.of(Map.of("pci", "yes", "tier", "1")), LIVE))
                .extracting(Scoped::id)
                .containsExactly(
                        "by alias",
                        "by both",
                        "by label",
                        "by type",
                        "by value",
                        "everywhere",
                        "here");
        assertThat(index.concerning("api", Labels.NONE, LIVE))
                .extracting(Scoped::id)
                .containsExactly("by alias", "by type", "everywhere", "here");
    }

    @Test
    void whatWasAnsweredBeforeAnswersNoOtherQuestion() {
        var index =
                index(
                        List.of(
                                scoped("all", List.of(), List.of(), List.of(), List.of()),
                                scoped(
                                        "tests",
                                        List.of(),
                                        List.of(),
                                        List.of("lab"),
                                        List.of("test"))));
        var test = new Environment("lab", "test", true, List.of());
        var staging = new Environment("lab", "staging", true, List.of());
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5_000; i++) { // more than are remembered
                assertThat(index.concerning("p" + i, Labels.NONE, test)).hasSize(2);
            }
        }
        assertThat(index.concerning("p1", Labels.NONE, staging))
                .extracting(Scoped::id)
                .containsExactly("all");
        assertThat(index.concerning("p1", Labels.NONE, test)).hasSize(2);
    }

    @Test
    void theIndexAgreesWithAskingEachScope() {
        var names = List.of("a", "b", "c");
        var labels = List.of("a", "b", "a:1", "b:1", "b:2");
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var all = new ArrayList<Scoped>();
            for (int i = 0; i < 30; i++) {
                all.add(
                        scoped(
                                "s" + i,
                                some(names, random),
                                some(labels, random),
                                some(names, random),
                                List.of()));
            }
            var index = index(all);
            for (var product : names) {
                var labelled = new TreeMap<String, String>();
                some(names, random)
                        .forEach(name -> labelled.put(name, String.valueOf(random.nextInt(3))));
                var of = Labels.of(labelled);
                for (var environment : names) {
                    var place = new Environment(environment, "test", true, List.of());
                    assertThat(index.concerning(product, of, place))
                            .as("seed %d, %s labelled %s in %s", seed, product, of, environment)
                            .containsExactlyInAnyOrderElementsOf(
                                    all.stream()
                                            .filter(s -> fits(s.scope().products(), product))
                                            .filter(s -> fits(s.scope().productLabels(), labelled))
                                            .filter(
                                                    s ->
                                                            fits(
                                                                    s.scope().environments(),
                                                                    environment))
                                            .toList());
                    assertThat(all.stream().filter(s -> s.scope().holds(product, of, place)))
                            .as("seed %d, each scope asked itself", seed)
                            .containsExactlyInAnyOrderElementsOf(
                                    index.concerning(product, of, place));
                }
            }
        }
    }

    private static boolean fits(List<String> scope, String name) {
        return scope.isEmpty() || scope.contains(name);
    }

    private static boolean fits(List<String> scope, Map<String, String> labels) {
        return scope.isEmpty()
                || labels.entrySet().stream()
                        .anyMatch(
                                label ->
                                        scope.contains(label.getKey())
                                                || scope.contains(
                                                        label.getKey() + ":" + label.getValue()));
    }

    private static List<String> some(List<String> names, Random random) {
        return names.stream().filter(n -> random.nextInt(3) == 0).toList();
    }

    private static ScopeIndex<Scoped> index(List<Scoped> all) {
        return new ScopeIndex<>(all, Scoped::scope, Scoped::id);
    }

    private static Scoped scoped(
            String id,
            List<String> products,
            List<String> labels,
            List<String> environments,
            List<String> types) {
        return new Scoped(id, new Scope(products, labels, environments, types));
    }
}
