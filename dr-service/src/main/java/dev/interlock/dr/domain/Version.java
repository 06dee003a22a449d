package dev.interlock.dr.domain;

import dev.interlock.dr.events.BuildReported;
import dev.interlock.dr.events.VersionBound;
import dev.interlock.dr.events.VersionEvent;
import dev.interlock.dr.events.VersionRegistered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A version of a product; once bound to a commit it never changes it. */
public sealed interface Version {

    record Unknown() implements Version {}

    /** Who started a build, as far as it was said. */
    record Builder(@Nullable String id, @Nullable String email) {}

    /**
     * @param scmSha the commit it is bound to; null while unbound
     * @param builds the newest word of each build, by run key
     * @param builders of all its builds, whatever became of them
     */
    record Registered(
            String product,
            String version,
            @Nullable String scmSha,
            Map<String, BuildReported> builds,
            Set<Builder> builders)
            implements Version {}

    default Version evolve(VersionEvent event) {
        return switch (event) {
            case VersionRegistered(var product, var version, _) ->
                    new Registered(product, version, null, Map.of(), Set.of());
            case VersionBound(var product, var version, var sha) ->
                    new Registered(product, version, sha, builds(), builders());
            case BuildReported build ->
                    new Registered(
                            build.product(),
                            build.version(),
                            sha(),
                            with(build),
                            withBuilder(build));
        };
    }

    /** What makes the version known and bound; a refusal when it is bound to another commit. */
    default Decision<VersionEvent> seen(String product, String version, @Nullable String scmSha) {
        var bound = sha();
        if (bound != null && scmSha != null && !bound.equals(scmSha)) {
            return Decision.refuse(new Refusal.VersionShaConflict(product, version, bound, scmSha));
        }
        var events = new ArrayList<VersionEvent>();
        if (this instanceof Unknown) {
            events.add(new VersionRegistered(product, version, Ids.version(product, version)));
        }
        if (bound == null && scmSha != null) {
            events.add(new VersionBound(product, version, scmSha));
        }
        return events.isEmpty()
                ? Decision.redundant("known and bound already")
                : new Decision.Accepted<>(List.copyOf(events));
    }

    /** What is known of the build with this run key. */
    default Optional<BuildReported> buildOf(@Nullable String runKey) {
        return runKey == null ? Optional.empty() : Optional.ofNullable(builds().get(runKey));
    }

    private @Nullable String sha() {
        return switch (this) {
            case Unknown _ -> null;
            case Registered known -> known.scmSha();
        };
    }

    private Map<String, BuildReported> builds() {
        return switch (this) {
            case Unknown _ -> Map.of();
            case Registered known -> known.builds();
        };
    }

    default Set<Builder> builders() {
        return switch (this) {
            case Unknown _ -> Set.of();
            case Registered known -> known.builders();
        };
    }

    private Set<Builder> withBuilder(BuildReported build) {
        var builders = new HashSet<>(builders());
        if (build.builtBy() != null || build.builtByEmail() != null) {
            builders.add(new Builder(build.builtBy(), build.builtByEmail()));
        }
        return Set.copyOf(builders);
    }

    private Map<String, BuildReported> with(BuildReported build) {
        var builds = new LinkedHashMap<>(builds());
        if (build.runKey() != null) {
            builds.put(build.runKey(), build);
        }
        return Map.copyOf(builds);
    }
}
