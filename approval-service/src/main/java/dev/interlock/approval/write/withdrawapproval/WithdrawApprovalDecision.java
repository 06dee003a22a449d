package dev.interlock.approval.write.withdrawapproval;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.AlreadyStarted;
import dev.interlock.approval.domain.Refusal.NoSuchApproval;
import dev.interlock.approval.domain.Refusal.NotYourApproval;
import dev.interlock.approval.domain.Refusal.ReasonMissing;
import dev.interlock.approval.domain.Refusal.RequestNotOpen;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import java.util.Set;

final class WithdrawApprovalDecision {

    /** A request that is over cannot be stopped by withdrawing; a draft keeps its approvals. */
    private static final Set<String> WITHDRAWABLE =
            Set.of(RequestSnapshot.IN_PROGRESS, RequestSnapshot.DRAFT);

    private WithdrawApprovalDecision() {}

    static Decision<ApprovalEvent> decide(
            Approvals approvals, WithdrawApproval command, Approver approver) {
        var request = command.request();
        var person = approver.human().orElse(null);
        if (person == null) {
            return new Refused<>(new AgentMayNotApprove(approver.actorKind()));
        }
        var found = approvals.approval(command.approval());
        if (found.isEmpty()) {
            return new Refused<>(new NoSuchApproval(request.id(), command.approval()));
        }
        var approval = found.get();
        boolean own = approval.person().equals(person);
        if (!own && !approver.roles().contains(Roles.ADMIN)) {
            return new Refused<>(new NotYourApproval(approval.id()));
        }
        if (!own && command.reason() == null) {
            return new Refused<>(new ReasonMissing(approval.id()));
        }
        if (approval.withdrawn()) {
            return new Redundant<>("withdrawn already");
        }
        var environment =
                request.slot(approval.slot()).map(RequestSnapshot.Slot::environment).orElse(null);
        if (command.starts().leaveNothingToStop(environment)) {
            return new Refused<>(
                    new AlreadyStarted(
                            request.id(),
                            approval.id(),
                            command.starts().deployments(environment)));
        }
        if (!WITHDRAWABLE.contains(request.state())) {
            return new Refused<>(new RequestNotOpen(request.id(), request.state(), null));
        }
        return Decision.accepted(
                new ApprovalWithdrawn(
                        approval.id(),
                        request.id(),
                        approval.slot(),
                        approval.person(),
                        command.reason()));
    }
}
