package dev.interlock.approval.write.revokeapproval;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.approval.deploymentrequests.DeploymentRequests;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RevokeApprovalApi {

    private static final int LONGEST_REASON = 4_000;

    record Body(@Nullable String reason) {}

    record Revoked(String id, String dr, String slot, String reason) {}

    private final DeploymentRequests requests;
    private final CallerCommands commands;

    RevokeApprovalApi(DeploymentRequests requests, CallerCommands commands) {
        this.requests = requests;
        this.commands = commands;
    }

    @PostMapping("/v1/deployment-requests/{dr}/approvals/{approval}/revoke")
    ResponseEntity<Revoked> revoke(
            @PathVariable String dr,
            @PathVariable String approval,
            @RequestBody Body body,
            Caller caller) {
        SlotDecisionForm.admit(caller);
        caller.require(
                Permission.APPROVE); // a limited token revokes nothing: only admins do, anywhere
        var violations = new Violations();
        var said = violations.optionalText("/reason", body.reason(), LONGEST_REASON);
        violations.expect(said != null, "/reason", "is required: why it is revoked");
        violations.throwIfAny();
        var reason = requireNonNullElse(said, "");

        var request = requests.get(dr);
        try (var held = requests.hold(dr)) {
            Answer<String> answer =
                    commands.send(
                            new RevokeApproval(
                                    approval,
                                    reason,
                                    caller.person(),
                                    caller.actorKind(),
                                    request,
                                    held.starts()),
                            caller);
            return CallerCommands.answer(HttpStatus.OK, answer)
                    .body(new Revoked(approval, dr, answer.result(), reason));
        }
    }
}
