package dev.interlock.approval.deploymentrequests;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Place;
import dev.interlock.approval.domain.Refusal.NoSuchRequest;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Starts;
import dev.interlock.contracts.dr.DeploymentRequestStarts;
import dev.interlock.contracts.dr.DeploymentRequestView;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.OpenRequests;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.InternalReply;
import dev.interlock.edge.Problem;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks dr-service, in this service's own name. */
@Component
final class DrServiceDeploymentRequests implements DeploymentRequests {

    private static final Logger LOG = LoggerFactory.getLogger(DrServiceDeploymentRequests.class);
    private static final Pattern ID = Pattern.compile("DR-[1-9][0-9]{0,17}");
    private static final int NOT_FOUND = 404;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InternalHttp http;
    private final ServiceIdentity self;
    private final ServicesProperties services;
    private final Builders builders;

    DrServiceDeploymentRequests(
            InternalHttp http,
            ServiceIdentity self,
            ServicesProperties services,
            Builders builders) {
        this.http = http;
        this.self = self;
        this.services = services;
        this.builders = builders;
    }

    @Override
    public RequestSnapshot get(String dr) {
        return snapshot(asked("GET", known(dr)).as(DeploymentRequestView.class));
    }

    @Override
    public HeldStarts hold(String dr) {
        var told = asked("POST", known(dr) + "/holds").as(DeploymentRequestStarts.class);
        var starts =
                new Starts(
                        told.parts().stream()
                                .map(
                                        part ->
                                                new Starts.Part(
                                                        part.environment(),
                                                        part.started(),
                                                        part.deployment()))
                                .toList());
        return new HeldStarts() {

            @Override
            public Starts starts() {
                return starts;
            }

            @Override
            public void close() {
                AfterCommit.run(() -> release(dr, told.hold()));
            }
        };
    }

    /** A hold that is not released ends by itself; until then starts wait in vain. */
    private void release(String dr, long hold) {
        try {
            asked("POST", dr + "/holds/" + hold + "/release");
        } catch (Problem | CommandRefused e) {
            LOG.warn("starts of {} are held some seconds too long: {}", dr, e.getMessage());
        }
    }

    @Override
    public List<OpenRequests.Open> open() {
        return asked("GET", "open").as(OpenRequests.class).requests();
    }

    private static String known(String dr) {
        if (!ID.matcher(dr).matches()) {
            throw new CommandRefused(new NoSuchRequest(dr));
        }
        return dr;
    }

    private InternalReply asked(String method, String path) {
        try {
            var reply =
                    http.exchange(
                            method,
                            services.dr() + "/internal/deployment-requests/" + path,
                            null,
                            self.identity(),
                            PATIENCE);
            if (reply.status() == NOT_FOUND) {
                throw new CommandRefused(new NoSuchRequest(path));
            }
            if (!reply.isSuccess()) {
                LOG.warn("dr-service answers {} for {}", reply.status(), path);
                throw unavailable();
            }
            return reply;
        } catch (ServiceUnreachable e) {
            LOG.warn("dr-service: {}", e.getMessage());
            throw unavailable();
        }
    }

    private static Problem unavailable() {
        return Problem.unavailable(
                "DECISION_UNAVAILABLE",
                "the deployment request's owner does not answer; nothing was decided");
    }

    private RequestSnapshot snapshot(DeploymentRequestView view) {
        return new RequestSnapshot(
                view.id(),
                view.title(),
                view.state(),
                view.revision(),
                view.contentRevision(),
                view.revisedAt(),
                view.contentHash(),
                view.author(),
                view.lastEditor(),
                builders.persons(view.builders()),
                view.contents().slots().stream().map(slot -> slot(slot, view)).toList(),
                view.environments().stream()
                        .map(
                                t ->
                                        new RequestSnapshot.Target(
                                                t.name(), t.type(), t.separationOfDuties()))
                        .toList(),
                view.hashes().stream()
                        .map(h -> new RequestSnapshot.Hash(h.from(), h.contentHash()))
                        .toList(),
                view.requestExpiresAt(),
                places(view));
    }

    private static List<Place> places(DeploymentRequestView view) {
        var targets = view.environments().stream().map(t -> t.name()).toList();
        return view.contents().items().stream()
                .flatMap(
                        item ->
                                (item.environments().isEmpty() ? targets : item.environments())
                                        .stream().map(e -> new Place(item.product(), e)))
                .distinct()
                .toList();
    }

    private static RequestSnapshot.Slot slot(DrContents.Slot slot, DeploymentRequestView view) {
        return new RequestSnapshot.Slot(
                slot.id(),
                slot.type(),
                slot.roles(),
                slot.min(),
                slot.environment(),
                slot.optional(),
                slot.veto(),
                requireNonNullElse(slot.stage(), 1),
                requireNonNullElse(slot.requiredMembers(), List.of()),
                requireNonNullElse(slot.stillEligible(), false),
                slot.approvalValidFor(),
                view.slotRevisions().getOrDefault(slot.id(), view.contentRevision()));
    }
}
