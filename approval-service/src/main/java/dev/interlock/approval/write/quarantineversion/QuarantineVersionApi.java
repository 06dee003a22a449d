package dev.interlock.approval.write.quarantineversion;

import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.approval.http.VersionFields;
import dev.interlock.approval.write.quarantineversion.QuarantineVersionHandler.Quarantined;
import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class QuarantineVersionApi {

    private static final Duration LONGEST = Duration.ofDays(366);

    record Body(
            @Nullable String product,
            @Nullable String version,
            @Nullable String reason,
            @Nullable Instant until) {}

    record Quarantine(String id, String product, String version, Instant until) {}

    private final CallerCommands commands;
    private final Clock clock;

    QuarantineVersionApi(CallerCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/v1/version-quarantines")
    ResponseEntity<Quarantine> quarantine(@RequestBody Body body, Caller caller) {
        SlotDecisionForm.admit(caller);
        var violations = new Violations();
        var fields = new VersionFields(violations);
        var name = fields.name("/", body.product(), body.version());
        var reason = fields.reason(body.reason());
        var until = fields.future("/until", body.until(), clock.instant(), LONGEST);
        violations.expect(until != null, "/until", "is required: when it ends");
        violations.throwIfAny();
        caller.require(Permission.APPROVE, name.product(), Grant.ALL);
        var end = until == null ? clock.instant() : until;

        Answer<Quarantined> answer =
                commands.send(
                        new QuarantineVersion(
                                "vqu_" + UUID.randomUUID(),
                                name,
                                reason,
                                end,
                                caller.person(),
                                caller.actorKind()),
                        caller);
        return CallerCommands.answer(
                        answer.result().recorded() ? HttpStatus.CREATED : HttpStatus.OK, answer)
                .body(
                        new Quarantine(
                                answer.result().quarantine(), name.product(), name.version(), end));
    }
}
