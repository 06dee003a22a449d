package dev.interlock.dr.write.changeenvironment;

import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.domain.Names;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.EnvironmentFields;
import dev.interlock.dr.http.EnvironmentView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeEnvironmentApi {

    record Body(
            @Nullable String type,
            @Nullable String mode,
            @Nullable String timeZone,
            @Nullable List<@Nullable String> aliases,
            @Nullable Boolean separationOfDuties) {}

    private final EnvironmentDirectory environments;
    private final Dispatch dispatch;

    ChangeEnvironmentApi(EnvironmentDirectory environments, Dispatch dispatch) {
        this.environments = environments;
        this.dispatch = dispatch;
    }

    @PatchMapping("/v1/environments/{name}")
    ResponseEntity<EnvironmentView> change(
            @PathVariable String name, @RequestBody Body body, Caller caller) {
        caller.requireSomewhere(Permission.ENVIRONMENT_WRITE);
        var known =
                environments
                        .find(Names.environment(name))
                        .orElseThrow(() -> Problem.notFound("environment " + name));
        caller.require(Permission.ENVIRONMENT_WRITE, Grant.ALL, known.name());
        var violations = new Violations();
        var fields = new EnvironmentFields(violations);
        var command =
                new ChangeEnvironment(
                        known.name(),
                        fields.oneOf("/type", body.type(), Environment.TYPES),
                        fields.oneOf("/mode", body.mode(), Environment.MODES),
                        fields.zone(body.timeZone()),
                        fields.aliases(known.name(), body.aliases()),
                        body.separationOfDuties());
        violations.throwIfAny();
        Answer<Environment> answer = dispatch.send(command, caller);
        return Dispatch.answer(200, answer.position())
                .body(EnvironmentView.of(known.name(), answer.result()));
    }
}
