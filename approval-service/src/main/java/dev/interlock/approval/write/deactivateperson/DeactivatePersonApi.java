package dev.interlock.approval.write.deactivateperson;

import dev.interlock.approval.authority.Authority;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class DeactivatePersonApi {

    private final CallerCommands commands;
    private final Authority authority;

    DeactivatePersonApi(CallerCommands commands, Authority authority) {
        this.commands = commands;
        this.authority = authority;
    }

    @PostMapping("/v1/people/{person}/deactivate")
    ResponseEntity<Void> deactivate(@PathVariable String person, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        Answer<String> answer =
                commands.send(new DeactivatePerson(person, authority.acting(caller)), caller);
        return CallerCommands.answer(HttpStatus.NO_CONTENT, answer).build();
    }
}
