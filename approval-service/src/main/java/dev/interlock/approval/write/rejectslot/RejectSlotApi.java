package dev.interlock.approval.write.rejectslot;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.approval.deploymentrequests.DeploymentRequests;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.approval.write.rejectslot.RejectSlotHandler.Rejected;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RejectSlotApi {

    /**
     * @param veto true when the whole deployment request is rejected by it
     */
    record Rejection(String id, String dr, String slot, int revision, boolean veto) {}

    private final DeploymentRequests requests;
    private final CallerCommands commands;

    RejectSlotApi(DeploymentRequests requests, CallerCommands commands) {
        this.requests = requests;
        this.commands = commands;
    }

    @PostMapping("/v1/deployment-requests/{dr}/rejections")
    ResponseEntity<Rejection> reject(
            @PathVariable String dr, @RequestBody SlotDecisionForm body, Caller caller) {
        SlotDecisionForm.admit(caller);
        var decision = body.check(true);
        var request = requests.get(dr);
        SlotDecisionForm.admit(caller, request, decision);
        try (var _ = requests.hold(dr)) {
            Answer<Rejected> answer =
                    commands.send(
                            new RejectSlot(
                                    "rej_" + UUID.randomUUID(),
                                    decision.slot(),
                                    decision.revision(),
                                    requireNonNullElse(decision.comment(), ""),
                                    caller.person(),
                                    decision.actingFor(),
                                    caller.actorKind(),
                                    request),
                            caller,
                            decision.actingFor());
            var rejected = answer.result();
            return CallerCommands.answer(
                            rejected.recorded() ? HttpStatus.CREATED : HttpStatus.OK, answer)
                    .body(
                            new Rejection(
                                    rejected.rejection(),
                                    dr,
                                    decision.slot(),
                                    decision.revision(),
                                    rejected.veto()));
        }
    }
}
