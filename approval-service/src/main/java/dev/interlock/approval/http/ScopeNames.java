package dev.interlock.approval.http;

import dev.interlock.approval.domain.Names;
import dev.interlock.contracts.identity.Grant;
import dev.interlock.edge.Violations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The products or environments that something is limited to. */
public final class ScopeNames {

    private static final int MOST = 200;
    private static final int LONGEST = 255;

    private ScopeNames() {}

    /**
     * Folded and each once; adds what is wrong to the violations.
     *
     * @param names null = none
     */
    public static List<String> check(
            String pointer, @Nullable List<@Nullable String> names, Violations violations) {
        if (names == null) {
            return List.of();
        }
        if (names.size() > MOST) {
            violations.add(
                    pointer, "has %d entries (expected: <= %d)".formatted(names.size(), MOST));
            return List.of();
        }
        var folded = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var at = pointer + "/" + i;
            var name = Names.folded(violations.line(at, names.get(i), LONGEST));
            violations.expect(
                    !name.equals(Grant.ALL), at, "is no name; leave the list out to mean all");
            folded.add(name);
        }
        return folded.stream().distinct().toList();
    }
}
