package dev.interlock.approval.write.creategroup;

import dev.interlock.approval.domain.Names;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CreateGroupApi {

    private static final int LONGEST_NAME = 100;

    /** A word as slots name it; it can stand in a path unencoded too. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    record Body(@Nullable String name) {}

    /**
     * @param id the name, folded, with {@code _} for each run of spaces and dashes
     */
    record Group(String id, String name, List<String> members) {}

    private final CallerCommands commands;

    CreateGroupApi(CallerCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/groups")
    ResponseEntity<Group> create(@RequestBody Body body, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        var violations = new Violations();
        var name = violations.line("/name", body.name(), LONGEST_NAME);
        var id = Names.folded(name).replaceAll("[\\s-]+", "_");
        violations.expect(
                name.isEmpty() || ID.matcher(id).matches(),
                "/name",
                "is no word (expected: a letter first, then letters a to z, digits, spaces, - and _; at"
                        + " most 50)");
        violations.throwIfAny();
        Answer<String> answer = commands.send(new CreateGroup(id, name), caller);
        return CallerCommands.answer(HttpStatus.CREATED, answer)
                .location(URI.create("/v1/groups/" + id))
                .body(new Group(id, name, List.of()));
    }
}
