package dev.interlock.dr.write.registerenvironment;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.EnvironmentFields;
import dev.interlock.dr.http.EnvironmentView;
import dev.interlock.dr.http.Fields;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
class RegisterEnvironmentApi {

    record Body(
            @Nullable String name,
            @Nullable String type,
            @Nullable String mode,
            @Nullable String timeZone,
            @Nullable List<@Nullable String> aliases,
            @Nullable Boolean separationOfDuties) {}

    private final Dispatch dispatch;

    RegisterEnvironmentApi(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @PostMapping("/v1/environments")
    ResponseEntity<EnvironmentView> register(@RequestBody Body body, Caller caller) {
        caller.requireSomewhere(Permission.ENVIRONMENT_WRITE);
        var command = checked(body);
        caller.require(Permission.ENVIRONMENT_WRITE, Grant.ALL, command.name());
        Answer<Environment> answer = dispatch.send(command, caller);
        var location =
                UriComponentsBuilder.fromPath("/v1/environments/{name}")
                        .encode()
                        .buildAndExpand(command.name())
                        .toUri();
        return Dispatch.answer(201, answer.position())
                .location(location)
                .body(EnvironmentView.of(command.name(), answer.result()));
    }

    private static RegisterEnvironment checked(Body body) {
        var violations = new Violations();
        var fields = new EnvironmentFields(violations);
        var name = new Fields(violations).environment("/name", body.name());
        var type = fields.oneOf("/type", body.type(), Environment.TYPES);
        violations.expect(type != null, "/type", "is required");
        var mode = fields.oneOf("/mode", body.mode(), Environment.MODES);
        var zone = fields.zone(body.timeZone());
        var aliases = fields.aliases(name, body.aliases());
        violations.throwIfAny();
        return new RegisterEnvironment(
                name,
                requireNonNullElse(type, ""),
                requireNonNullElse(mode, Environment.ENFORCE),
                requireNonNullElse(zone, "UTC"),
                requireNonNullElse(aliases, List.of()),
                body.separationOfDuties(),
                false);
    }
}
