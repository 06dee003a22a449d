package dev.interlock.approval.write.revokeversionapproval;

import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Refusal.NoSuchSignOff;
import dev.interlock.approval.domain.VersionSignOffDirectory;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.approval.http.VersionFields;
import dev.interlock.approval.registry.Versions;
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
final class RevokeVersionApprovalApi {

    record Body(@Nullable String reason) {}

    record Lifted(String id, String product, String version) {}

    private final VersionSignOffDirectory directory;
    private final Versions versions;
    private final CallerCommands commands;

    RevokeVersionApprovalApi(
            VersionSignOffDirectory directory, Versions versions, CallerCommands commands) {
        this.directory = directory;
        this.versions = versions;
        this.commands = commands;
    }

    @PostMapping("/v1/version-approvals/{id}/revoke")
    ResponseEntity<Lifted> revoke(@PathVariable String id, @RequestBody Body body, Caller caller) {
        if (caller.person() != null) {
            SlotDecisionForm.admit(caller);
        } else {
            caller.requireSomewhere(Permission.SIGN_OFF);
        }
        var violations = new Violations();
        var reason = new VersionFields(violations).reason(body.reason());
        violations.throwIfAny();
        var name =
                directory
                        .versionOf(id)
                        .orElseThrow(() -> new CommandRefused(new NoSuchSignOff(id)));
        caller.require(
                caller.person() == null ? Permission.SIGN_OFF : Permission.APPROVE,
                name.product(),
                null);

        Answer<Object> answer =
                commands.send(
                        new RevokeVersionApproval(
                                id,
                                reason,
                                caller.principal(),
                                caller.person(),
                                caller.actorKind(),
                                versions.get(name, null)),
                        caller);
        return CallerCommands.answer(HttpStatus.OK, answer)
                .body(new Lifted(id, name.product(), name.version()));
    }
}
