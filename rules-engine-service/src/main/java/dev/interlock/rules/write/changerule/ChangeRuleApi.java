package dev.interlock.rules.write.changerule;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.http.KnownCalendars;
import dev.interlock.rules.http.RuleBody;
import dev.interlock.rules.http.RuleView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ChangeRuleApi {

    private final CallerCommands commands;
    private final KnownCalendars calendars;

    ChangeRuleApi(CallerCommands commands, KnownCalendars calendars) {
        this.commands = commands;
        this.calendars = calendars;
    }

    /** {@code backtests} is no rule's id, but what is beside them. */
    @PutMapping("/v1/rules/{id:(?!backtests$).+}")
    ResponseEntity<RuleView> change(
            @PathVariable String id,
            @RequestBody RuleBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.require(Permission.RULE_WRITE);
        var expected = EntityTags.required(ifMatch);
        Answer<WrittenRule> answer =
                commands.send(new ChangeRule(id, body.contents(calendars::has), expected), caller);
        var view = RuleView.of(answer.result());
        return CallerCommands.answer(HttpStatus.OK, answer)
                .eTag(String.valueOf(view.version()))
                .body(view);
    }
}
