package dev.interlock.approval.write.endquarantine;

import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Refusal.NoSuchSignOff;
import dev.interlock.approval.domain.VersionSignOffDirectory;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.approval.http.VersionFields;
import dev.interlock.approval.registry.Versions;
import dev.interlock.contracts.identity.Grant;
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
final class EndQuarantineApi {

    record Body(@Nullable String reason) {}

    record Lifted(String id, String product, String version) {}

    private final VersionSignOffDirectory directory;
    private final Versions versions;
    private final CallerCommands commands;

    EndQuarantineApi(
            VersionSignOffDirectory directory, Versions versions, CallerCommands commands) {
        this.directory = directory;
        this.versions = versions;
        this.commands = commands;
    }

    @PostMapping("/v1/version-quarantines/{id}/end")
    ResponseEntity<Lifted> end(@PathVariable String id, @RequestBody Body body, Caller caller) {
        SlotDecisionForm.admit(caller);
        var violations = new Violations();
        var reason = new VersionFields(violations).reason(body.reason());
        violations.throwIfAny();
        var name =
                directory
                        .versionOf(id)
                        .orElseThrow(() -> new CommandRefused(new NoSuchSignOff(id)));
        caller.require(Permission.APPROVE, name.product(), Grant.ALL);

        Answer<Object> answer =
                commands.send(
                        new EndQuarantine(
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
