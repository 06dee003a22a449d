package dev.interlock.rules.write.createrule;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.http.KnownCalendars;
import dev.interlock.rules.http.RuleBody;
import dev.interlock.rules.http.RuleView;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CreateRuleApi {

    private final CallerCommands commands;
    private final KnownCalendars calendars;

    CreateRuleApi(CallerCommands commands, KnownCalendars calendars) {
        this.commands = commands;
        this.calendars = calendars;
    }

    @PostMapping("/v1/rules")
    ResponseEntity<RuleView> create(@RequestBody RuleBody body, Caller caller) {
        caller.require(Permission.RULE_WRITE);
        var id = "rul_" + UUID.randomUUID();
        Answer<WrittenRule> answer =
                commands.send(new CreateRule(id, body.contents(calendars::has)), caller);
        var view = RuleView.of(answer.result());
        return CallerCommands.answer(HttpStatus.CREATED, answer)
                .location(URI.create("/v1/rules/" + id))
                .eTag(String.valueOf(view.version()))
                .body(view);
    }
}
