package dev.interlock.approval.write.approveslot;

import dev.interlock.approval.deploymentrequests.DeploymentRequests;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.approval.write.approveslot.ApproveSlotHandler.Approved;
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
final class ApproveSlotApi {

    record Approval(
            String id,
            String dr,
            String slot,
            int revision,
            boolean surplus,
            boolean fullyApproved) {}

    private final DeploymentRequests requests;
    private final CallerCommands commands;

    ApproveSlotApi(DeploymentRequests requests, CallerCommands commands) {
        this.requests = requests;
        this.commands = commands;
    }

    @PostMapping("/v1/deployment-requests/{dr}/approvals")
    ResponseEntity<Approval> approve(
            @PathVariable String dr, @RequestBody SlotDecisionForm body, Caller caller) {
        SlotDecisionForm.admit(caller);
        var decision = body.check(false);
        var request = requests.get(dr);
        SlotDecisionForm.admit(caller, request, decision);
        Answer<Approved> answer =
                commands.send(
                        new ApproveSlot(
                                "apr_" + UUID.randomUUID(),
                                decision.slot(),
                                decision.revision(),
                                decision.comment(),
                                caller.person(),
                                decision.actingFor(),
                                caller.actorKind(),
                                request),
                        caller,
                        decision.actingFor());
        var approved = answer.result();
        return CallerCommands.answer(
                        approved.recorded() ? HttpStatus.CREATED : HttpStatus.OK, answer)
                .body(
                        new Approval(
                                approved.approval(),
                                dr,
                                decision.slot(),
                                decision.revision(),
                                approved.surplus(),
                                approved.complete()));
    }
}
