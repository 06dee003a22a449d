package dev.interlock.approval.write.withdrawapproval;

import dev.interlock.approval.deploymentrequests.DeploymentRequests;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
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
final class WithdrawApprovalApi {

    private static final int LONGEST_REASON = 4_000;

    record Body(@Nullable String reason) {}

    record Withdrawn(String id, String dr, String slot) {}

    private final DeploymentRequests requests;
    private final CallerCommands commands;

    WithdrawApprovalApi(DeploymentRequests requests, CallerCommands commands) {
        this.requests = requests;
        this.commands = commands;
    }

    @PostMapping("/v1/deployment-requests/{dr}/approvals/{approval}/withdraw")
    ResponseEntity<Withdrawn> withdraw(
            @PathVariable String dr,
            @PathVariable String approval,
            @RequestBody(required = false) @Nullable Body body,
            Caller caller) {
        SlotDecisionForm.admit(caller);
        var violations = new Violations();
        var reason =
                violations.optionalText(
                        "/reason", body == null ? null : body.reason(), LONGEST_REASON);
        violations.throwIfAny();

        var request = requests.get(dr);
        try (var held = requests.hold(dr)) {
            Answer<String> answer =
                    commands.send(
                            new WithdrawApproval(
                                    approval,
                                    reason,
                                    caller.person(),
                                    caller.actorKind(),
                                    request,
                                    held.starts()),
                            caller);
            return CallerCommands.answer(HttpStatus.OK, answer)
                    .body(new Withdrawn(approval, dr, answer.result()));
        }
    }
}
