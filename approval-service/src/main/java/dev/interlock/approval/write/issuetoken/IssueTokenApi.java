package dev.interlock.approval.write.issuetoken;

import dev.interlock.approval.authority.Authority;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class IssueTokenApi {

    /**
     * @param token shown this once
     */
    record IssuedToken(
            String id,
            String token,
            String kind,
            String name,
            @Nullable String person,
            String actorKind,
            List<String> actions,
            List<String> products,
            List<String> environments,
            Instant expiresAt) {

        /** Never the token: records print their components. */
        @Override
        public String toString() {
            return "IssuedToken[id=" + id + "]";
        }
    }

    private final CallerCommands commands;
    private final Authority authority;
    private final Clock clock;

    IssueTokenApi(CallerCommands commands, Authority authority, Clock clock) {
        this.commands = commands;
        this.authority = authority;
        this.clock = clock;
    }

    @PostMapping("/v1/tokens")
    ResponseEntity<IssuedToken> issue(@RequestBody TokenOrder body, Caller caller) {
        // A machine that issues tokens could make itself one that approves.
        if (!caller.actorKind().equals(Approver.HUMAN)) {
            throw Problem.of(403, "SCOPE_INSUFFICIENT", "only people issue tokens");
        }
        if (authority.isLimited(caller)) {
            throw Problem.of(
                    403, "SCOPE_INSUFFICIENT", "a limited token could issue one that is not");
        }
        var order = body.validate();
        var person = order.personal() ? owner(order, caller) : null;
        if (person == null || !person.equals(caller.person())) {
            caller.require(Permission.PEOPLE_WRITE);
        }

        var secret =
                Secrets.next(
                        order.personal() ? Secrets.PERSONAL_PREFIX : Secrets.SERVICE_KEY_PREFIX);
        var id = "tok_" + UUID.randomUUID();
        var expiresAt = clock.instant().plus(order.life()).truncatedTo(ChronoUnit.SECONDS);
        Answer<String> answer =
                commands.send(
                        new IssueToken(
                                id,
                                order.kind(),
                                order.name(),
                                person,
                                order.actorKind(),
                                order.actions(),
                                order.products(),
                                order.environments(),
                                expiresAt,
                                authority.issuer(caller),
                                Secrets.hash(secret)),
                        caller);
        return CallerCommands.answer(HttpStatus.CREATED, answer)
                .cacheControl(CacheControl.noStore())
                .body(
                        new IssuedToken(
                                id,
                                secret,
                                order.kind(),
                                order.name(),
                                person,
                                order.actorKind(),
                                order.actions(),
                                order.products(),
                                order.environments(),
                                expiresAt));
    }

    private static String owner(TokenOrder.Valid order, Caller caller) {
        var person = order.person() == null ? caller.person() : order.person();
        if (person == null) {
            throw Problem.invalid("/person", "is required: whose token it shall be");
        }
        return person;
    }
}
