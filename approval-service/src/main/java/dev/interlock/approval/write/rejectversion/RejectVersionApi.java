package dev.interlock.approval.write.rejectversion;

import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.approval.http.VersionFields;
import dev.interlock.approval.http.VersionFields.EvidenceBody;
import dev.interlock.approval.write.rejectversion.RejectVersionHandler.Rejected;
import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RejectVersionApi {

    record Body(
            @Nullable String product,
            @Nullable String version,
            @Nullable String type,
            @Nullable String reason,
            @Nullable List<@Nullable EvidenceBody> evidence) {}

    record Rejection(String id, String product, String version, String type) {}

    private final CallerCommands commands;

    RejectVersionApi(CallerCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/version-rejections")
    ResponseEntity<Rejection> reject(@RequestBody Body body, Caller caller) {
        SlotDecisionForm.admit(caller);
        var violations = new Violations();
        var fields = new VersionFields(violations);
        var name = fields.name("/", body.product(), body.version());
        var type = fields.type(body.type());
        var reason = fields.reason(body.reason());
        var evidence = fields.evidence(body.evidence());
        violations.throwIfAny();
        caller.require(Permission.APPROVE, name.product(), Grant.ALL);

        Answer<Rejected> answer =
                commands.send(
                        new RejectVersion(
                                "vrj_" + UUID.randomUUID(),
                                name,
                                type,
                                reason,
                                evidence,
                                caller.person(),
                                caller.actorKind()),
                        caller);
        return CallerCommands.answer(
                        answer.result().recorded() ? HttpStatus.CREATED : HttpStatus.OK, answer)
                .body(
                        new Rejection(
                                answer.result().rejection(), name.product(), name.version(), type));
    }
}
