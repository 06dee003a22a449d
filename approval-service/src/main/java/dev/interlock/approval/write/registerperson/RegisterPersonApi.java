package dev.interlock.approval.write.registerperson;

import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RegisterPersonApi {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    record Body(
            @Nullable String name,
            @Nullable String email,
            @Nullable List<@Nullable String> roles) {}

    record Person(String id, String name, @Nullable String email, List<String> roles) {}

    private final CallerCommands commands;

    RegisterPersonApi(CallerCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/people")
    ResponseEntity<Person> register(@RequestBody Body body, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        var violations = new Violations();
        var name = violations.line("/name", body.name(), LONGEST_NAME);
        var given = violations.optionalLine("/email", body.email(), LONGEST_EMAIL);
        var email = given == null ? null : given.toLowerCase(Locale.ROOT);
        violations.expect(
                email == null || EMAIL.matcher(email).matches(), "/email", "is no e-mail address");
        var roles = roles(body.roles(), violations);
        violations.throwIfAny();

        var id = "usr_" + UUID.randomUUID();
        Answer<String> answer = commands.send(new RegisterPerson(id, name, email, roles), caller);
        return CallerCommands.answer(HttpStatus.CREATED, answer)
                .location(URI.create("/v1/people/" + id))
                .body(new Person(id, name, email, roles));
    }

    private static List<String> roles(
            @Nullable List<@Nullable String> roles, Violations violations) {
        if (roles == null) {
            return List.of();
        }
        for (int i = 0; i < roles.size(); i++) {
            var role = roles.get(i);
            violations.expect(
                    role != null && Roles.ALL.contains(role),
                    "/roles/" + i,
                    role + " (expected: one of " + String.join(", ", Roles.ALL) + ")");
        }
        return Roles.ALL.stream().filter(roles::contains).toList();
    }
}
