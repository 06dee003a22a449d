package dev.interlock.rules.write.thawfreeze;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.http.FreezeFields;
import dev.interlock.rules.http.FreezeRights;
import dev.interlock.rules.http.FreezeView;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ThawFreezeApi {

    record Body(@Nullable String reason) {}

    private final CallerCommands commands;
    private final FreezeRights rights;
    private final Clock clock;

    ThawFreezeApi(CallerCommands commands, FreezeRights rights, Clock clock) {
        this.commands = commands;
        this.rights = rights;
        this.clock = clock;
    }

    @PostMapping("/v1/freezes/{id}/thaw")
    ResponseEntity<FreezeView> thaw(
            @PathVariable String id, @RequestBody Body body, Caller caller) {
        caller.requireSomewhere(Permission.THAW);
        var violations = new Violations();
        var reason = FreezeFields.reason(body.reason(), violations);
        violations.throwIfAny();
        rights.require(caller, Permission.THAW, id);
        Answer<DeclaredFreeze> answer =
                commands.send(new ThawFreeze(id, reason, caller.principal()), caller);
        return CallerCommands.answer(HttpStatus.OK, answer)
                .body(FreezeView.of(answer.result(), clock.instant()));
    }
}
