package dev.interlock.approval.signin;

import dev.interlock.approval.authority.BoundIdentities;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.write.bindidentity.BindIdentity;
import dev.interlock.approval.write.issuetoken.IssueToken;
import dev.interlock.contracts.identity.SignIn;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For the gateway: a browser's session, as a token that only the gateway's secret opens. */
@RestController
final class SignInApi {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Duration LONGEST = Duration.ofHours(24);

    record SignedIn(String person) {}

    private final BoundIdentities bound;
    private final CallerCommands commands;
    private final Clock clock;

    SignInApi(BoundIdentities bound, CallerCommands commands, Clock clock) {
        this.bound = bound;
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/internal/sign-ins")
    ResponseEntity<SignedIn> signIn(@RequestBody SignIn body, Caller caller) {
        caller.requireService();
        var life = Duration.ofSeconds(body.lifeSeconds());
        new Violations()
                .expect(SHA_256.matcher(body.tokenHash()).matches(), "/token_hash", "is no SHA-256")
                .expect(
                        life.isPositive() && life.compareTo(LONGEST) <= 0,
                        "/life_seconds",
                        "is not between 1 and " + LONGEST.toSeconds())
                .throwIfAny();
        var person =
                bound.personOf(body.issuer(), body.subject())
                        .orElseGet(() -> bindFirst(body, caller));
        Answer<String> answer = commands.send(session(person, body, life), caller);
        return CallerCommands.answer(HttpStatus.CREATED, answer).body(new SignedIn(person));
    }

    private String bindFirst(SignIn body, Caller caller) {
        @Nullable String email = body.email();
        var person =
                email == null
                        ? Optional.<String>empty()
                        : bound.personWith(email.toLowerCase(Locale.ROOT));
        var found =
                person.orElseThrow(
                        () -> Problem.notFound("a person with this verified e-mail address"));
        Answer<String> answer =
                commands.send(new BindIdentity(found, body.issuer(), body.subject()), caller);
        return answer.result();
    }

    private IssueToken session(String person, SignIn body, Duration life) {
        return new IssueToken(
                "tok_" + UUID.randomUUID(),
                "session",
                "browser",
                person,
                Approver.HUMAN,
                List.of(),
                List.of(),
                List.of(),
                clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS),
                null,
                body.tokenHash());
    }
}
