package dev.interlock.dr.read.versions;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.dr.DeploymentRequestView;
import dev.interlock.contracts.dr.VersionView;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.domain.Names;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.domain.Version;
import dev.interlock.dr.events.VersionEvent;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Entities;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The version as it is in the event store now: what a sign-off is decided on. */
@RestController
class VersionSnapshotApi {

    private final Entities<Version, VersionEvent> versions;
    private final EnvironmentDirectory environments;

    VersionSnapshotApi(
            Entities<Version, VersionEvent> versions, EnvironmentDirectory environments) {
        this.versions = versions;
        this.environments = environments;
    }

    @GetMapping("/internal/versions")
    VersionView one(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String environment,
            Caller caller) {
        caller.requireService();
        var name = Names.product(requireNonNullElse(product, ""));
        var number = Names.version(requireNonNullElse(version, ""));
        var known = versions.load(Pair.id(name, number));
        return new VersionView(
                name,
                number,
                known instanceof Version.Registered,
                known.scmSha(),
                known.digest(),
                known.builders().stream()
                        .map(b -> new DeploymentRequestView.Builder(b.id(), b.email()))
                        .toList(),
                environment == null ? null : target(environment));
    }

    private DeploymentRequestView.@Nullable Target target(String environment) {
        return environments
                .find(Names.environment(environment))
                .map(e -> new DeploymentRequestView.Target(e.name(), e.type(), e.separatesDuties()))
                .orElse(null);
    }
}
