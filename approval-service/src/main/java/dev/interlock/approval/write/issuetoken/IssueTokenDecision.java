package dev.interlock.approval.write.issuetoken;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.PersonNotActive;
import dev.interlock.approval.domain.Token;
import dev.interlock.approval.domain.Token.Issued;
import dev.interlock.approval.domain.Token.Revoked;
import dev.interlock.approval.domain.Token.Unissued;
import dev.interlock.approval.events.TokenEvent;
import dev.interlock.approval.events.TokenIssued;

final class IssueTokenDecision {

    private IssueTokenDecision() {}

    /**
     * @param owner the person the token is for; {@code Unknown} for a service key
     */
    static Decision<TokenEvent> decide(Token token, IssueToken command, Person owner) {
        return switch (token) {
            case Issued _, Revoked _ -> new Redundant<>("issued already");
            case Unissued _ when command.person() != null && owner instanceof Person.Unknown ->
                    new Refused<>(new NoSuchPerson(command.person()));
            case Unissued _
                    when owner instanceof Person.Registered(var id, _, var active) && !active ->
                    new Refused<>(new PersonNotActive(id));
            case Unissued _ ->
                    Decision.accepted(
                            new TokenIssued(
                                    command.token(),
                                    command.kind(),
                                    command.name(),
                                    command.person(),
                                    command.actorKind(),
                                    command.actions(),
                                    command.products(),
                                    command.environments(),
                                    command.expiresAt(),
                                    command.issuedBy(),
                                    command.hash()));
        };
    }
}
