package dev.interlock.dr.read.requests;

import dev.interlock.contracts.dr.DeploymentRequestView;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.domain.Version;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.VersionEvent;
import dev.interlock.dr.http.ToldContents;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EventReader;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The deployment request as it is in the event store now: what an approval is decided on. */
@RestController
class RequestSnapshotApi {

    private final EventReader reader;
    private final EnvironmentDirectory environments;
    private final Entities<Version, VersionEvent> versions;

    RequestSnapshotApi(
            EventReader reader,
            EnvironmentDirectory environments,
            Entities<Version, VersionEvent> versions) {
        this.reader = reader;
        this.environments = environments;
        this.versions = versions;
    }

    @GetMapping("/internal/deployment-requests/{id}")
    DeploymentRequestView one(@PathVariable String id, Caller caller) {
        if (!caller.isService()) {
            caller.require(Permission.READ);
        }
        DeploymentRequest request = new DeploymentRequest.Unknown();
        long position = 0;
        for (var stored : reader.ofEntity("deployment_request", id)) {
            request = request.evolve((RequestEvent) reader.decode(stored));
            position = stored.position();
        }
        return switch (request) {
            case DeploymentRequest.Unknown _ -> throw Problem.notFound("deployment request " + id);
            case DeploymentRequest.Known known -> view(known, position);
        };
    }

    private DeploymentRequestView view(DeploymentRequest.Known request, long position) {
        var details = request.details();
        return new DeploymentRequestView(
                details.id(),
                details.title(),
                request.name(),
                details.revision(),
                details.contentRevision(),
                details.revisedAt(),
                details.contentHash(),
                details.author(),
                details.lastEditor(),
                builders(details.contents()),
                ToldContents.of(details.contents()),
                targets(details.contents().environments()),
                details.revisions().slots(),
                details.revisions().hashes().stream()
                        .map(h -> new DeploymentRequestView.Hash(h.from(), h.contentHash()))
                        .toList(),
                details.notes().requestExpiresAt(),
                position);
    }

    private List<DeploymentRequestView.Builder> builders(Contents contents) {
        return contents.items().stream()
                .map(item -> versions.load(Pair.id(item.product(), item.version())))
                .flatMap(version -> version.builders().stream())
                .map(b -> new DeploymentRequestView.Builder(b.id(), b.email()))
                .distinct()
                .toList();
    }

    private List<DeploymentRequestView.Target> targets(List<String> names) {
        return names.stream()
                .map(
                        name ->
                                environments
                                        .find(name)
                                        .map(RequestSnapshotApi::target)
                                        .orElseGet(() -> unknown(name)))
                .toList();
    }

    private static DeploymentRequestView.Target target(Environment.Registered known) {
        return new DeploymentRequestView.Target(
                known.name(), known.type(), known.separatesDuties());
    }

    /** The strictest. */
    private static DeploymentRequestView.Target unknown(String name) {
        return new DeploymentRequestView.Target(name, Environment.PRODUCTION, true);
    }
}
