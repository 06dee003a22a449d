package dev.interlock.dr.write.draftrequest;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.Outline;
import dev.interlock.dr.firstsight.FirstSight;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.RequestForm;
import dev.interlock.dr.http.RequestForms;
import dev.interlock.dr.http.RequestView;
import dev.interlock.dr.http.SupersededRequests;
import dev.interlock.dr.http.UsedTemplates;
import dev.interlock.dr.http.UsedTemplates.Chosen;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.eventstore.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@EnableConfigurationProperties(DraftProperties.class)
class DraftRequestApi {

    private final RequestForms bodies;
    private final UsedTemplates templates;
    private final SupersededRequests superseded;
    private final RequestNumbers numbers;
    private final FirstSight firstSight;
    private final Dispatch dispatch;
    private final DraftProperties settings;
    private final Clock clock;

    DraftRequestApi(
            RequestForms bodies,
            UsedTemplates templates,
            SupersededRequests superseded,
            RequestNumbers numbers,
            FirstSight firstSight,
            Dispatch dispatch,
            DraftProperties settings,
            Clock clock) {
        this.bodies = bodies;
        this.templates = templates;
        this.superseded = superseded;
        this.numbers = numbers;
        this.firstSight = firstSight;
        this.dispatch = dispatch;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/v1/deployment-requests")
    ResponseEntity<RequestView> draft(@RequestBody RequestForm body, Caller caller) {
        caller.requireSomewhere(Permission.DR_WRITE);
        var template = templates.chosen(body.template());
        var supersedes = superseded.named(body.supersedes());
        var checked = bodies.draft(body, template.outline(), caller);
        var now = clock.instant();
        checked.contents()
                .items()
                .forEach(i -> firstSight.version(i.product(), i.version(), null, caller));
        var command =
                new DraftRequest(
                        numbers.next(),
                        checked.title(),
                        checked.description(),
                        Dispatch.actor(caller).id(),
                        checked.contents(),
                        notes(checked.notes(), template.outline(), now),
                        origin(template, supersedes),
                        now);
        Answer<DeploymentRequest> answer = dispatch.send(command, caller);
        var view = RequestView.of(command.dr(), answer.result());
        return Dispatch.answer(201, answer.position())
                .location(URI.create("/v1/deployment-requests/" + view.id()))
                .eTag(EntityTags.of(view.revision()))
                .body(view);
    }

    private Origin origin(Chosen template, @Nullable String supersedes) {
        var policy = template.outline() == null ? null : template.outline().contentsPolicy();
        return new Origin(
                requireNonNullElse(policy, settings.contentsPolicy()),
                template.id(),
                template.version(),
                supersedes);
    }

    /** Expiring as the template says, unless the request says when. */
    private static Notes notes(Notes notes, @Nullable Outline template, Instant now) {
        return notes.requestExpiresAt() != null
                        || template == null
                        || template.requestExpiresIn() == null
                ? notes
                : new Notes(
                        notes.releaseNotes(),
                        notes.links(),
                        notes.plannedAt(),
                        notes.labels(),
                        now.plus(template.requestExpiresIn()));
    }
}
