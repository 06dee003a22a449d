package dev.interlock.dr.http;

import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.domain.NearestName;
import dev.interlock.edge.Violations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists of environments. */
final class TargetForms {

    private static final int MOST_ENVIRONMENTS = 50;

    private final EnvironmentDirectory environments;
    private final Violations violations;
    private final Fields fields;

    TargetForms(EnvironmentDirectory environments, Violations violations, Fields fields) {
        this.environments = environments;
        this.violations = violations;
        this.fields = fields;
    }

    /** Their registered names. */
    List<String> check(String pointer, @Nullable List<@Nullable String> names) {
        var targets = new ArrayList<String>();
        var given = fields.<@Nullable String>bounded(pointer, names, MOST_ENVIRONMENTS);
        for (int i = 0; i < given.size(); i++) {
            var at = pointer + "/" + i;
            var name = fields.environment(at, given.get(i));
            if (!name.isEmpty()) {
                var known = environments.find(name);
                known.ifPresentOrElse(
                        environment -> {
                            if (targets.contains(environment.name())) {
                                violations.add(at, "is named twice");
                            }
                            targets.add(environment.name());
                        },
                        () -> violations.add(at, unknown(name)));
            }
        }
        return List.copyOf(targets);
    }

    private String unknown(String name) {
        return "is not a registered environment"
                + NearestName.of(name, environments.names())
                        .map(nearest -> " (did you mean '" + nearest + "'?)")
                        .orElse("");
    }
}
