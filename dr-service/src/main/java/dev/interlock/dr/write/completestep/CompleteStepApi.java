package dev.interlock.dr.write.completestep;

import dev.interlock.dr.events.StepCompleted.Evidence;
import dev.interlock.dr.http.Fields;
import dev.interlock.dr.http.RequestCommands;
import dev.interlock.dr.http.RequestView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CompleteStepApi {

    private static final int MOST_EVIDENCE = 20;
    private static final int TITLE_LENGTH = 255;

    record EvidenceBody(@Nullable String url, @Nullable String title) {}

    record Body(@Nullable String comment, @Nullable List<@Nullable EvidenceBody> evidence) {}

    private final RequestCommands requests;
    private final Clock clock;

    CompleteStepApi(RequestCommands requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @PostMapping("/v1/deployment-requests/{id}/steps/{step}/complete")
    ResponseEntity<RequestView> complete(
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody(required = false) @Nullable Body body,
            Caller caller) {
        var actor = requests.actorOnSteps(id, caller);
        var violations = new Violations();
        var fields = new Fields(violations);
        var comment = fields.text("/comment", body == null ? null : body.comment());
        var evidence = evidence(violations, fields, body);
        violations.throwIfAny();
        return requests.send(
                id, new CompleteStep(id, step, actor, comment, evidence, clock.instant()), caller);
    }

    private static List<Evidence> evidence(
            Violations violations, Fields fields, @Nullable Body body) {
        var given =
                fields.<@Nullable EvidenceBody>bounded(
                        "/evidence", body == null ? null : body.evidence(), MOST_EVIDENCE);
        var evidence = new ArrayList<Evidence>();
        for (int i = 0; i < given.size(); i++) {
            var at = "/evidence/" + i;
            var one = given.get(i);
            if (one == null) {
                violations.add(at, "is required");
            } else {
                evidence.add(
                        new Evidence(
                                fields.webAddress(at + "/url", one.url()),
                                violations.optionalLine(at + "/title", one.title(), TITLE_LENGTH)));
            }
        }
        return evidence;
    }
}
