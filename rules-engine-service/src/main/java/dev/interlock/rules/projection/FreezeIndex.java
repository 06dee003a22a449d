package dev.interlock.rules.projection;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Freeze;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Freezes by environment, product and environment type. A lookup touches only buckets that match,
 * so its cost does not grow with the freezes of other places.
 */
final class FreezeIndex {

    /** Null stands for "any". */
    private record Bucket(
            @Nullable String environment, @Nullable String product, @Nullable String type) {}

    private final Map<Bucket, List<Freeze>> buckets = new HashMap<>();

    FreezeIndex(Collection<Freeze> freezes) {
        for (var freeze : freezes) {
            var scope = freeze.scope();
            for (var environment : orAny(scope.environments())) {
                for (var product : orAny(scope.products())) {
                    for (var type : orAny(scope.environmentTypes())) {
                        buckets.computeIfAbsent(
                                        new Bucket(environment, product, type),
                                        _ -> new ArrayList<>(1))
                                .add(freeze);
                    }
                }
            }
        }
    }

    private static String[] orAny(List<String> names) {
        return names.isEmpty() ? ANY : names.toArray(String[]::new);
    }

    @SuppressWarnings("NullAway") // one null element is the point
    private static final String[] ANY = new String[] {null};

    /** Each once, in no order; whatever their times. */
    Collection<Freeze> concerning(String product, Environment environment) {
        if (buckets.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Freeze>();
        collect(null, product, environment.type(), found);
        for (var name : environment.names()) {
            collect(name, product, environment.type(), found);
        }
        return found.values();
    }

    private void collect(
            @Nullable String environment, String product, String type, Map<String, Freeze> into) {
        add(new Bucket(environment, product, type), into);
        add(new Bucket(environment, product, null), into);
        add(new Bucket(environment, null, type), into);
        add(new Bucket(environment, null, null), into);
    }

    private void add(Bucket bucket, Map<String, Freeze> into) {
        buckets.getOrDefault(bucket, List.of()).forEach(freeze -> into.put(freeze.id(), freeze));
    }
}
