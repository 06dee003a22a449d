package dev.interlock.rules.write.withdrawoverride;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.http.FreezeFields;
import dev.interlock.rules.http.OverrideRights;
import dev.interlock.rules.http.OverrideView;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whoever may stop deployments may stop this one, and so may whoever wanted it. */
@RestController
final class WithdrawOverrideApi {

    record Body(@Nullable String reason) {}

    private final CallerCommands commands;
    private final OverrideRights rights;
    private final Clock clock;

    WithdrawOverrideApi(CallerCommands commands, OverrideRights rights, Clock clock) {
        this.commands = commands;
        this.rights = rights;
        this.clock = clock;
    }

    @PostMapping("/v1/overrides/{id}/withdraw")
    ResponseEntity<OverrideView> withdraw(
            @PathVariable String id, @RequestBody Body body, Caller caller) {
        if (!caller.maySomewhere(Permission.OVERRIDE)) {
            rights.requireSomewhere(caller, Permission.FREEZE);
        }
        var violations = new Violations();
        var reason = FreezeFields.reason(body.reason(), violations);
        violations.throwIfAny();
        rights.given(id)
                .filter(given -> !given.by().equals(caller.principal()))
                .ifPresent(
                        given ->
                                rights.require(
                                        caller,
                                        Permission.FREEZE,
                                        given.product(),
                                        given.environment()));
        Answer<RequestedOverride> answer =
                commands.send(new WithdrawOverride(id, reason, caller.principal()), caller);
        return CallerCommands.answer(HttpStatus.OK, answer)
                .body(OverrideView.of(answer.result(), clock.instant()));
    }
}
