package dev.interlock.approval.write.givedelegation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.interlock.approval.authority.Authority;
import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Answer;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class GiveDelegationApi {

    private final CallerCommands commands;
    private final Authority authority;
    private final Clock clock;

    GiveDelegationApi(CallerCommands commands, Authority authority, Clock clock) {
        this.commands = commands;
        this.authority = authority;
        this.clock = clock;
    }

    @PostMapping("/v1/delegations")
    ResponseEntity<Delegation> give(@RequestBody DelegationForm body, Caller caller) {
        SlotDecisionForm.admit(caller);
        if (authority.isLimited(caller)) {
            throw Problem.of(
                    403, "SCOPE_INSUFFICIENT", "a limited token could delegate more than it may");
        }
        var checked = body.check(clock.instant());
        var self = requireNonNull(caller.person());
        Answer<Delegation> answer =
                commands.send(
                        new GiveDelegation(
                                "del_" + UUID.randomUUID(),
                                requireNonNullElse(checked.from(), self),
                                checked.to(),
                                checked.startsAt(),
                                checked.endsAt(),
                                checked.environments(),
                                checked.products(),
                                checked.types(),
                                checked.reason(),
                                self,
                                authority.behind(caller),
                                caller.actorKind()),
                        caller);
        return CallerCommands.answer(HttpStatus.CREATED, answer)
                .location(URI.create("/v1/delegations"))
                .body(answer.result());
    }
}
