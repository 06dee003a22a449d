package dev.interlock.approval.write.removemember;

import dev.interlock.approval.authority.Authority;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RemoveMemberApi {

    private final CallerCommands commands;
    private final Authority authority;

    RemoveMemberApi(CallerCommands commands, Authority authority) {
        this.commands = commands;
        this.authority = authority;
    }

    @DeleteMapping("/v1/groups/{group}/members/{person}")
    ResponseEntity<Void> remove(
            @PathVariable String group, @PathVariable String person, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        Answer<String> answer =
                commands.send(new RemoveMember(group, person, authority.acting(caller)), caller);
        return CallerCommands.answer(HttpStatus.NO_CONTENT, answer).build();
    }
}
