package dev.interlock.approval.write.givedelegation;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.DelegatesForOthers;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.UnfitDelegate;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.events.DelegationEvent;
import dev.interlock.approval.events.DelegationGiven;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the delegate may decide on a certain deployment request is judged when that is done: only
 * then are its author and builders known.
 */
final class GiveDelegationDecision {

    private GiveDelegationDecision() {}

    /**
     * @param giver who sends the command
     * @param now by the server's clock
     */
    static Decision<DelegationEvent> decide(
            Delegation delegation,
            GiveDelegation command,
            Approver giver,
            Person from,
            Person to,
            Instant now) {
        if (giver.human().isEmpty()) {
            return new Refused<>(new AgentMayNotApprove(giver.actorKind()));
        }
        if (!command.from().equals(giver.person()) && !giver.roles().contains(Roles.ADMIN)) {
            return new Refused<>(new DelegatesForOthers(command.from()));
        }
        if (from instanceof Person.Unknown) {
            return new Refused<>(new NoSuchPerson(command.from()));
        }
        if (to instanceof Person.Unknown) {
            return new Refused<>(
                    new UnfitDelegate("is no person known here (found: " + command.to() + ")"));
        }
        if (command.to().equals(command.from())) {
            return new Refused<>(new UnfitDelegate("is who delegates (expected: somebody else)"));
        }
        if (command.behind().contains(command.to())) {
            return new Refused<>(
                    new UnfitDelegate(
                            "is who gives it (expected: somebody else, since nobody gives themselves"
                                    + " more)"));
        }
        return switch (delegation) {
            case Delegation.Given _ -> new Redundant<>("given already");
            case Delegation.Unknown _ ->
                    Decision.accepted(
                            new DelegationGiven(
                                    command.delegation(),
                                    command.from(),
                                    command.to(),
                                    Objects.requireNonNullElse(command.startsAt(), now),
                                    command.endsAt(),
                                    some(command.environments()),
                                    some(command.products()),
                                    some(command.types()),
                                    command.reason()));
        };
    }

    private static @Nullable List<String> some(List<String> scope) {
        return scope.isEmpty() ? null : scope;
    }
}
