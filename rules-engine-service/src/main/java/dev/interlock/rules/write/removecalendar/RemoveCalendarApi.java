package dev.interlock.rules.write.removecalendar;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.http.FreshWorlds;
import dev.interlock.rules.http.KnownCalendars;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RemoveCalendarApi {

    private final CallerCommands commands;
    private final FreshWorlds worlds;

    RemoveCalendarApi(CallerCommands commands, FreshWorlds worlds) {
        this.commands = commands;
        this.worlds = worlds;
    }

    /** What rules there are must be known for sure, or rules would be left without their times. */
    @DeleteMapping("/v1/calendars/{name:[^.]+}")
    ResponseEntity<Void> remove(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.require(Permission.RULE_WRITE);
        var expected = EntityTags.required(ifMatch);
        var folded = KnownCalendars.named(name);
        Answer<ImportedCalendar> answer =
                commands.send(
                        new RemoveCalendar(folded, expected, namedBy(folded), caller.principal()),
                        caller);
        return CallerCommands.answer(HttpStatus.NO_CONTENT, answer).build();
    }

    private List<String> namedBy(String calendar) {
        return worlds.strong().ruleVersions().values().stream()
                .filter(rule -> rule.kind() != null && rule.kind().calendars().contains(calendar))
                .map(Rule::id)
                .sorted()
                .toList();
    }
}
