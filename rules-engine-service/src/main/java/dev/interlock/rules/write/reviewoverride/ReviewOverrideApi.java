package dev.interlock.rules.write.reviewoverride;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.http.OverrideRights;
import dev.interlock.rules.http.OverrideView;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ReviewOverrideApi {

    record Body(@Nullable String comment) {}

    private static final int LONGEST_COMMENT = 4_000;

    private final CallerCommands commands;
    private final OverrideRights rights;
    private final Clock clock;

    ReviewOverrideApi(CallerCommands commands, OverrideRights rights, Clock clock) {
        this.commands = commands;
        this.rights = rights;
        this.clock = clock;
    }

    @PostMapping("/v1/overrides/{id}/review")
    ResponseEntity<OverrideView> review(
            @PathVariable String id, @RequestBody Body body, Caller caller) {
        rights.requireSomewhere(caller, Permission.OVERRIDE_REVIEW);
        var violations = new Violations();
        var comment = violations.optionalText("/comment", body.comment(), LONGEST_COMMENT);
        violations.expect(comment != null, "/comment", "is required: what you found");
        violations.throwIfAny();
        rights.require(caller, Permission.OVERRIDE_REVIEW, id);
        Answer<RequestedOverride> answer =
                commands.send(
                        new ReviewOverride(id, requireNonNullElse(comment, ""), caller.principal()),
                        caller);
        return CallerCommands.answer(HttpStatus.OK, answer)
                .body(OverrideView.of(answer.result(), clock.instant()));
    }
}
