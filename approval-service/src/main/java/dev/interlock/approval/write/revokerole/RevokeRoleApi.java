package dev.interlock.approval.write.revokerole;

import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
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

    RevokeRoleApi(CallerCommands commands) {
        this.commands = commands;
    }

    @DeleteMapping("/v1/people/{person}/roles/{role}")
    ResponseEntity<Void> revoke(
            @PathVariable String person, @PathVariable String role, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        if (!Roles.ALL.contains(role)) {
            throw Problem.notFound("such a role");
        }
        Answer<List<String>> answer =
                commands.send(new RevokeRole(person, role, caller.person()), caller);
        return CallerCommands.answer(HttpStatus.NO_CONTENT, answer).build();
    }
}
