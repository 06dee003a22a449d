package dev.interlock.dr.domain;

import dev.interlock.dr.events.BuildReported;
import dev.interlock.dr.events.VersionBound;
import dev.interlock.dr.events.VersionDigestBound;
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
     * @param digest the artifact it is bound to; null while unbound
     * @param builds the newest word of each build, by run key
     * @param builders of all its builds, whatever became of them
     */
    record Registered(
            String product,
            String version,
            @Nullable String scmSha,
            @Nullable String digest,
            Map<String, BuildReported> builds,
            Set<Builder> builders)
            implements Version {}

    default Version evolve(VersionEvent event) {
        return switch (event) {
            case VersionRegistered(var product, var version, _) ->
                    new Registered(product, version, null, null, Map.of(), Set.of());
            case VersionBound(var product, var version, var sha) ->
                    new Registered(product, version, sha, digest(), builds(), builders());
            case VersionDigestBound(var product, var version, var digest) ->
                    new Registered(product, version, scmSha(), digest, builds(), builders());
            case BuildReported build ->
                    new Registered(
                            build.product(),
                            build.version(),
                            scmSha(),
                            digest(),
                            with(build),
                            withBuilder(build));
        };
    }

    /** What makes the version known and bound; a refusal when it is bound to another commit. */
    default Decision<VersionEvent> seen(String product, String version, @Nullable String scmSha) {
        var bound = scmSha();
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

    /**
     * As {@link #seen(String, String, String)}, and what binds it to an artifact; a refusal when it
     * is bound to another one.
     */
    default Decision<VersionEvent> seen(
            String product, String version, @Nullable String scmSha, @Nullable String digest) {
        var bound = digest();
        if (bound != null && digest != null && !bound.equals(digest)) {
            return Decision.refuse(
                    new Refusal.VersionDigestConflict(product, version, bound, digest));
        }
        var seen = seen(product, version, scmSha);
        if (bound != null || digest == null) {
            return seen;
        }
        var events = new ArrayList<VersionEvent>();
        switch (seen) {
            case Decision.Refused<VersionEvent> refused -> {
                return refused;
            }
            case Decision.Redundant<VersionEvent> _ -> {}
            case Decision.Accepted<VersionEvent>(var first) -> events.addAll(first);
        }
        events.add(new VersionDigestBound(product, version, digest));
        return new Decision.Accepted<>(List.copyOf(events));
    }

    /** What is known of the build with this run key. */
    default Optional<BuildReported> buildOf(@Nullable String runKey) {
        return runKey == null ? Optional.empty() : Optional.ofNullable(builds().get(runKey));
    }

    /** The artifact it is bound to; null while unbound. */
    default @Nullable String digest() {
        return switch (this) {
            case Unknown _ -> null;
            case Registered known -> known.digest();
        };
    }

    /** The commit it is bound to; null while unbound. */
    default @Nullable String scmSha() {
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
