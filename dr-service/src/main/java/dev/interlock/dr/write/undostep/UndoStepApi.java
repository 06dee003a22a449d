package dev.interlock.dr.write.undostep;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.dr.http.Fields;
import dev.interlock.dr.http.RequestCommands;
import dev.interlock.dr.http.RequestView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UndoStepApi {

    record Body(@Nullable String reason) {}

    private final RequestCommands requests;

    UndoStepApi(RequestCommands requests) {
        this.requests = requests;
    }

    @PostMapping("/v1/deployment-requests/{id}/steps/{step}/undo")
    ResponseEntity<RequestView> undo(
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody Body body,
            Caller caller) {
        var actor = requests.actorOnSteps(id, caller);
        var violations = new Violations();
        var reason = new Fields(violations).text("/reason", body.reason());
        violations.expect(reason != null, "/reason", "is required");
        violations.throwIfAny();
        return requests.send(
                id, new UndoStep(id, step, actor, requireNonNullElse(reason, "")), caller);
    }
}
