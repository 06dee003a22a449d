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

    /** What can stand in a path unencoded, since the folded name is the group's address. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]*");

    record Body(@Nullable String name) {}

    /**
     * @param id the name, folded, with a dash for each run of spaces
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
        var id = Names.folded(name).replaceAll("\\s+", "-");
        violations.expect(
                name.isEmpty() || ID.matcher(id).matches(),
                "/name",
                "holds something else than letters a to z, digits, spaces, - and _");
        violations.throwIfAny();
        Answer<String> answer = commands.send(new CreateGroup(id, name), caller);
        return CallerCommands.answer(HttpStatus.CREATED, answer)
                .location(URI.create("/v1/groups/" + id))
                .body(new Group(id, name, List.of()));
    }
}
