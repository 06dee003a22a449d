package dev.interlock.rules.write.requestoverride;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.http.FreshWorlds;
import dev.interlock.rules.http.OverrideRights;
import dev.interlock.rules.http.OverrideView;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RequestOverrideApi {

    private final CallerCommands commands;
    private final OverrideRights rights;
    private final OverrideProperties properties;
    private final FreshWorlds worlds;
    private final Clock clock;

    RequestOverrideApi(
            CallerCommands commands,
            OverrideRights rights,
            OverrideProperties properties,
            FreshWorlds worlds,
            Clock clock) {
        this.commands = commands;
        this.rights = rights;
        this.properties = properties;
        this.worlds = worlds;
        this.clock = clock;
    }

    @PostMapping("/v1/overrides")
    ResponseEntity<OverrideView> request(@RequestBody RequestOverrideForm body, Caller caller) {
        rights.requireSomewhere(caller, Permission.OVERRIDE);
        var command =
                body.command(
                        "ovr_" + UUID.randomUUID(),
                        worlds.strong(),
                        properties.people(),
                        caller.principal(),
                        clock.instant());
        rights.require(caller, Permission.OVERRIDE, command.product(), command.environment());
        Answer<RequestedOverride> answer = commands.send(command, caller);
        return CallerCommands.answer(HttpStatus.CREATED, answer)
                .location(URI.create("/v1/overrides/" + command.id()))
                .body(OverrideView.of(answer.result(), clock.instant()));
    }
}
