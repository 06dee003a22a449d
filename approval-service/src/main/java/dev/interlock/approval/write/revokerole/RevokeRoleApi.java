package dev.interlock.approval.write.revokerole;

import dev.interlock.approval.authority.Authority;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RevokeRoleApi {

    private final CallerCommands commands;
    private final Authority authority;

    RevokeRoleApi(CallerCommands commands, Authority authority) {
        this.commands = commands;
        this.authority = authority;
    }

    /** By the role's name the one that holds everywhere, else by the grant's id. */
    @DeleteMapping("/v1/people/{person}/roles/{grant}")
    ResponseEntity<Void> revoke(
            @PathVariable String person, @PathVariable String grant, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        Answer<List<String>> answer =
                commands.send(new RevokeRole(person, grant, authority.acting(caller)), caller);
        return CallerCommands.answer(HttpStatus.NO_CONTENT, answer).build();
    }
}
