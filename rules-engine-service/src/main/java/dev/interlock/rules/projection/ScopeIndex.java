package dev.interlock.rules.projection;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Labels;
import dev.interlock.rules.domain.facts.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has a scope, compiled by environment, product, label and environment type. A lookup touches
 * only buckets that match, so its cost does not grow with what is scoped elsewhere.
 */
final class ScopeIndex<T> {

    /** Null stands for "any". */
    private record Bucket(
            @Nullable String environment,
            @Nullable String product,
            @Nullable String label,
            @Nullable String type) {

        static final int SHAPES = 16;

        /** Which of the four are named. */
        int shape() {
            return (environment == null ? 0 : 8)
                    | (product == null ? 0 : 4)
                    | (label == null ? 0 : 2)
                    | (type == null ? 0 : 1);
        }
    }

    /** Enough for a thousand products in four environments. */
    private static final int MOST_REMEMBERED = 4_096;

    /**
     * @param of what it was asked with: other labels, or another environment of the name, is
     *     another question
     */
    private record Found<T>(Labels of, Environment environment, List<T> found) {}

    /** By environment and product. */
    private final Map<String, Map<String, Found<T>>> found = new ConcurrentHashMap<>();

    private final AtomicInteger remembered = new AtomicInteger();
    private final Map<Bucket, List<T>> buckets = new HashMap<>();

    /** Those that any scope has: most installations use few, and need not look for the others. */
    private final boolean[] shapes = new boolean[Bucket.SHAPES];

    /** Those that any scope asks for; most products have labels that none does. */
    private final Set<String> labels = new HashSet<>();

    private final Comparator<T> byId;

    ScopeIndex(Collection<T> scoped, Function<T, Scope> scope, Function<T, String> id) {
        this.byId = Comparator.comparing(id);
        for (var each : scoped) {
            add(each, scope.apply(each));
        }
    }

    private void add(T scoped, Scope scope) {
        labels.addAll(scope.productLabels());
        for (var environment : orAny(scope.environments())) {
            for (var product : orAny(scope.products())) {
                for (var label : orAny(scope.productLabels())) {
                    for (var type : orAny(scope.environmentTypes())) {
                        var bucket = new Bucket(environment, product, label, type);
                        shapes[bucket.shape()] = true;
                        buckets.computeIfAbsent(bucket, _ -> new ArrayList<>(1)).add(scoped);
                    }
                }
            }
        }
    }

    private static String[] orAny(List<String> names) {
        return names.isEmpty() ? ANY : names.stream().distinct().toArray(String[]::new);
    }

    @SuppressWarnings("NullAway") // one null element is the point
    private static final String[] ANY = new String[] {null};

    /** Each once, in the order of their ids. */
    List<T> concerning(String product, Labels of, Environment environment) {
        if (buckets.isEmpty()) {
            return List.of();
        }
        var known = found.get(environment.name());
        var before = known == null ? null : known.get(product);
        if (before != null && before.of.equals(of) && before.environment.equals(environment)) {
            return before.found;
        }
        var now = new Found<>(of, environment, List.copyOf(search(product, of, environment)));
        remember(product, now);
        return now.found;
    }

    /** The same targets are asked about again and again, and no index changes. */
    private void remember(String product, Found<T> now) {
        if (remembered.incrementAndGet() > MOST_REMEMBERED) {
            found.clear();
            remembered.set(1);
        }
        found.computeIfAbsent(now.environment.name(), _ -> new ConcurrentHashMap<>())
                .put(product, now);
    }

    private List<T> search(String product, Labels of, Environment environment) {
        var all = new ArrayList<T>();
        collect(product, null, environment, all);
        if (!labels.isEmpty()) {
            for (var label : of.words()) {
                if (labels.contains(label)) {
                    collect(product, label, environment, all);
                }
            }
        }
        if (all.size() > 1) {
            all.sort(byId);
            for (int i = all.size() - 1; i > 0; i--) { // in scope by several of its names
                if (all.get(i) == all.get(i - 1)) {
                    all.remove(i);
                }
            }
        }
        return all;
    }

    private void collect(
            String product, @Nullable String label, Environment environment, List<T> into) {
        collect(null, product, label, environment.type(), into);
        for (var name : environment.names()) {
            collect(name, product, label, environment.type(), into);
        }
    }

    private void collect(
            @Nullable String environment,
            String product,
            @Nullable String label,
            String type,
            List<T> into) {
        add(new Bucket(environment, product, label, type), into);
        add(new Bucket(environment, product, label, null), into);
        add(new Bucket(environment, null, label, type), into);
        add(new Bucket(environment, null, label, null), into);
    }

    private void add(Bucket bucket, List<T> into) {
        var scoped = shapes[bucket.shape()] ? buckets.get(bucket) : null;
        if (scoped != null) {
            into.addAll(scoped);
        }
    }
}
