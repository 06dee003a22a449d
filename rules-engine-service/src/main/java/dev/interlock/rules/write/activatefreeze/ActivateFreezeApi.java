package dev.interlock.rules.write.activatefreeze;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.http.FreezeRights;
import dev.interlock.rules.http.FreezeView;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ActivateFreezeApi {

    private final CallerCommands commands;
    private final FreezeRights rights;
    private final Clock clock;

    ActivateFreezeApi(CallerCommands commands, FreezeRights rights, Clock clock) {
        this.commands = commands;
        this.rights = rights;
        this.clock = clock;
    }

    @PostMapping("/v1/freezes")
    ResponseEntity<FreezeView> activate(@RequestBody ActivateFreezeForm body, Caller caller) {
        caller.requireSomewhere(Permission.FREEZE);
        var command = body.command("frz_" + UUID.randomUUID(), caller.principal(), clock.instant());
        rights.require(caller, Permission.FREEZE, command.scope());
        Answer<DeclaredFreeze> answer = commands.send(command, caller);
        return CallerCommands.answer(HttpStatus.CREATED, answer)
                .location(URI.create("/v1/freezes/" + command.id()))
                .body(FreezeView.of(answer.result(), clock.instant()));
    }
}
