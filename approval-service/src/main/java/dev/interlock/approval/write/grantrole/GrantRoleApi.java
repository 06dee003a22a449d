package dev.interlock.approval.write.grantrole;

import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class GrantRoleApi {

    record Body(@Nullable String role) {}

    record PersonRoles(String id, List<String> roles) {}

    private final CallerCommands commands;

    GrantRoleApi(CallerCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/people/{person}/roles")
    ResponseEntity<PersonRoles> grant(
            @PathVariable String person, @RequestBody Body body, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        var role = body.role();
        if (role == null || !Roles.ALL.contains(role)) {
            throw Problem.invalid(
                    "/role", role + " (expected: one of " + String.join(", ", Roles.ALL) + ")");
        }
        Answer<List<String>> answer =
                commands.send(new GrantRole(person, role, caller.person()), caller);
        return CallerCommands.answer(HttpStatus.OK, answer)
                .body(new PersonRoles(person, answer.result()));
    }
}
