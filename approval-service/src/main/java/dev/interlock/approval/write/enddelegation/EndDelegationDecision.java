package dev.interlock.approval.write.enddelegation;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.NoSuchDelegation;
import dev.interlock.approval.domain.Refusal.NotYourDelegation;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.events.DelegationEnded;
import dev.interlock.approval.events.DelegationEvent;
import java.time.Instant;
import java.util.List;

final class EndDelegationDecision {

    private EndDelegationDecision() {}

    /**
     * @param now by the server's clock
     */
    static Decision<DelegationEvent> decide(
            Delegation delegation, EndDelegation command, Approver by, Instant now) {
        var person = by.human().orElse(null);
        if (person == null) {
            return new Refused<>(new AgentMayNotApprove(by.actorKind()));
        }
        return switch (delegation) {
            case Delegation.Unknown _ -> new Refused<>(new NoSuchDelegation(command.delegation()));
            case Delegation.Given given when !mayEnd(given, person, by.roles()) ->
                    new Refused<>(new NotYourDelegation(given.id()));
            case Delegation.Given given when given.endedAt() != null ->
                    new Redundant<>("ended already");
            case Delegation.Given given ->
                    Decision.accepted(
                            new DelegationEnded(given.id(), given.from(), given.to(), now));
        };
    }

    private static boolean mayEnd(Delegation.Given given, String person, List<String> roles) {
        return person.equals(given.from())
                || person.equals(given.to())
                || roles.contains(Roles.ADMIN);
    }
}
