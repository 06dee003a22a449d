package dev.interlock.dr.write.draftrequest;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.firstsight.FirstSight;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.RequestForm;
import dev.interlock.dr.http.RequestForms;
import dev.interlock.dr.http.RequestView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.eventstore.Answer;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@EnableConfigurationProperties(DraftProperties.class)
class DraftRequestApi {

    private final RequestForms bodies;
    private final RequestNumbers numbers;
    private final FirstSight firstSight;
    private final Dispatch dispatch;
    private final DraftProperties settings;
    private final Clock clock;

    DraftRequestApi(
            RequestForms bodies,
            RequestNumbers numbers,
            FirstSight firstSight,
            Dispatch dispatch,
            DraftProperties settings,
            Clock clock) {
        this.bodies = bodies;
        this.numbers = numbers;
        this.firstSight = firstSight;
        this.dispatch = dispatch;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/v1/deployment-requests")
    ResponseEntity<RequestView> draft(@RequestBody RequestForm body, Caller caller) {
        caller.requireSomewhere(Permission.DR_WRITE);
        var checked = bodies.check(body, caller);
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
                        checked.notes(),
                        new Origin(settings.contentsPolicy(), null, null, null),
                        clock.instant());
        Answer<DeploymentRequest> answer = dispatch.send(command, caller);
        var view = RequestView.of(command.dr(), answer.result());
        return Dispatch.answer(201, answer.position())
                .location(URI.create("/v1/deployment-requests/" + view.id()))
                .eTag(EntityTags.of(view.revision()))
                .body(view);
    }
}
