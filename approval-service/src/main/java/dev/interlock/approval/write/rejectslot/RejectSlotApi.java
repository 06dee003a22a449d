package dev.interlock.approval.write.rejectslot;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.approval.deploymentrequests.DeploymentRequests;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.write.rejectslot.RejectSlotHandler.Rejected;
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
final class RejectSlotApi {

    private static final int LONGEST_SLOT = 100;
    private static final int LONGEST_COMMENT = 4_000;

    record Body(@Nullable String slot, @Nullable Integer revision, @Nullable String comment) {}

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
        violations.expect(comment != null, "/comment", "is required: why it is rejected");
        violations.throwIfAny();

        Answer<Rejected> answer =
                commands.send(
                        new RejectSlot(
                                "rej_" + UUID.randomUUID(),
                                slot,
                                revision,
                                requireNonNullElse(comment, ""),
                                caller.person(),
                                caller.actorKind(),
                                requests.get(dr)),
                        caller);
        var rejected = answer.result();
        return CallerCommands.answer(
                        rejected.recorded() ? HttpStatus.CREATED : HttpStatus.OK, answer)
                .body(new Rejection(rejected.rejection(), dr, slot, revision, rejected.veto()));
    }
}
