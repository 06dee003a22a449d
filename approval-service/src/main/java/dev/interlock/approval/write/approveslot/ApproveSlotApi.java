package dev.interlock.approval.write.approveslot;

import dev.interlock.approval.deploymentrequests.DeploymentRequests;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.write.approveslot.ApproveSlotHandler.Approved;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ApproveSlotApi {

    private static final int LONGEST_SLOT = 100;
    private static final int LONGEST_COMMENT = 4_000;

    record Body(@Nullable String slot, @Nullable Integer revision, @Nullable String comment) {}

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
            @PathVariable String dr, @RequestBody Body body, Caller caller) {
        if (caller.person() == null || !caller.actorKind().equals(Approver.HUMAN)) {
            throw new CommandRefused(new AgentMayNotApprove(caller.actorKind()));
        }
        caller.require(Permission.APPROVE);
        var violations = new Violations();
        var slot = violations.line("/slot", body.slot(), LONGEST_SLOT);
        int revision = body.revision() == null ? 0 : body.revision();
        violations.expect(
                revision >= 1, "/revision", "is required: the revision you have seen, from 1 on");
        var comment = violations.optionalText("/comment", body.comment(), LONGEST_COMMENT);
        violations.throwIfAny();

        Answer<Approved> answer =
                commands.send(
                        new ApproveSlot(
                                "apr_" + UUID.randomUUID(),
                                slot,
                                revision,
                                comment,
                                caller.person(),
                                caller.actorKind(),
                                requests.get(dr)),
                        caller);
        var approved = answer.result();
        return CallerCommands.answer(
                        approved.recorded() ? HttpStatus.CREATED : HttpStatus.OK, answer)
                .body(
                        new Approval(
                                approved.approval(),
                                dr,
                                slot,
                                revision,
                                approved.surplus(),
                                approved.complete()));
    }
}
