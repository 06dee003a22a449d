package dev.interlock.dr.read.versions;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.domain.Version;
import dev.interlock.dr.events.VersionEvent;
import dev.interlock.dr.read.versions.VersionRow.Registered;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VersionApi {

    /**
     * @param scmSha the commit it is bound to; null while unbound
     * @param digest the artifact it is bound to; null while unbound
     * @param builders who built it, as its builds were reported
     * @param build the newest that reported itself; null if none did
     * @param deployments one for each environment it went to
     */
    record VersionDetails(
            String id,
            String product,
            String version,
            @Nullable String scmSha,
            @Nullable String digest,
            Instant registeredAt,
            List<Builder> builders,
            @Nullable Build build,
            List<Deployed> deployments) {}

    /**
     * @param id a person's, or what the CI calls who started the build
     */
    record Builder(@Nullable String id, @Nullable String email) {}

    record Build(
            String id,
            @Nullable String buildNumber,
            String status,
            @Nullable String buildUrl,
            @Nullable String builtBy) {}

    /**
     * @param runsNow is it what runs there?
     * @param deployment the newest one of this version there
     * @param status of that deployment
     * @param lastCompletedAt when it last completed there; null if it never did
     */
    record Deployed(
            String environment,
            boolean runsNow,
            String deployment,
            String status,
            Instant deployedAt,
            @Nullable Instant lastCompletedAt) {}

    private final VersionRow rows;
    private final Entities<Version, VersionEvent> versions;

    VersionApi(VersionRow rows, Entities<Version, VersionEvent> versions) {
        this.rows = rows;
        this.versions = versions;
    }

    @GetMapping("/v1/versions/{id}")
    VersionDetails one(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        Registered row = rows.find(id).orElseThrow(() -> Problem.notFound("version " + id));
        return new VersionDetails(
                row.id(),
                row.product(),
                row.version(),
                row.scmSha(),
                row.digest(),
                row.registeredAt(),
                builders(row),
                row.build(),
                rows.deployments(row.product(), row.version()));
    }

    private List<Builder> builders(Registered row) {
        return versions.load(Pair.id(row.product(), row.version())).builders().stream()
                .map(b -> new Builder(b.id(), b.email()))
                .sorted(Comparator.comparing(Builder::toString))
                .toList();
    }
}
