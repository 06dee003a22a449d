package dev.interlock.rules.write.confirmoverride;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.http.FreshWorlds;
import dev.interlock.rules.http.OverrideRights;
import dev.interlock.rules.http.OverrideView;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ConfirmOverrideApi {

    private final CallerCommands commands;
    private final OverrideRights rights;
    private final FreshWorlds worlds;
    private final Clock clock;

    ConfirmOverrideApi(
            CallerCommands commands, OverrideRights rights, FreshWorlds worlds, Clock clock) {
        this.commands = commands;
        this.rights = rights;
        this.worlds = worlds;
        this.clock = clock;
    }

    @PostMapping("/v1/overrides/{id}/confirm")
    ResponseEntity<OverrideView> confirm(@PathVariable String id, Caller caller) {
        rights.requireSomewhere(caller, Permission.OVERRIDE);
        rights.require(caller, Permission.OVERRIDE, id);
        boolean due = worlds.strong().reviewDue(caller.principal());
        Answer<RequestedOverride> answer =
                commands.send(new ConfirmOverride(id, due, caller.principal()), caller);
        return CallerCommands.answer(HttpStatus.OK, answer)
                .body(OverrideView.of(answer.result(), clock.instant()));
    }
}
