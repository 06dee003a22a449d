package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Environment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules compiled by environment, product and environment type. A lookup touches only buckets that
 * match, so its cost does not grow with the rules that do not apply.
 */
public final class RuleIndex {

    /** Null stands for "any". */
    private record Bucket(
            @Nullable String environment, @Nullable String product, @Nullable String type) {}

    public static final RuleIndex EMPTY = new RuleIndex(Map.of());

    private final Map<Bucket, List<Rule>> buckets;

    private RuleIndex(Map<Bucket, List<Rule>> buckets) {
        this.buckets = buckets;
    }

    public static RuleIndex of(Collection<Rule> rules) {
        var buckets = new HashMap<Bucket, List<Rule>>();
        for (var rule : rules) {
            for (var environment : orAny(rule.scope().environments())) {
                for (var product : orAny(rule.scope().products())) {
                    for (var type : orAny(rule.scope().environmentTypes())) {
                        buckets.computeIfAbsent(
                                        new Bucket(environment, product, type),
                                        _ -> new ArrayList<>())
                                .add(rule);
                    }
                }
            }
        }
        return new RuleIndex(buckets);
    }

    private static String[] orAny(List<String> names) {
        return names.isEmpty() ? ANY : names.stream().distinct().toArray(String[]::new);
    }

    @SuppressWarnings("NullAway") // one null element is the point
    private static final String[] ANY = new String[] {null};

    /** In the order of their ids. */
    public List<Rule> applicable(String product, Environment environment) {
        if (buckets.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Rule>();
        collect(null, product, environment.type(), found);
        for (var name : environment.names()) {
            collect(name, product, environment.type(), found);
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparing(Rule::id));
            for (int i = found.size() - 1; i > 0; i--) { // in scope by name and by alias
                if (found.get(i) == found.get(i - 1)) {
                    found.remove(i);
                }
            }
        }
        return found;
    }

    private void collect(
            @Nullable String environment, String product, String type, List<Rule> into) {
        add(new Bucket(environment, product, type), into);
        add(new Bucket(environment, product, null), into);
        add(new Bucket(environment, null, type), into);
        add(new Bucket(environment, null, null), into);
    }

    private void add(Bucket bucket, List<Rule> into) {
        var rules = buckets.get(bucket);
        if (rules != null) {
            into.addAll(rules);
        }
    }
}
