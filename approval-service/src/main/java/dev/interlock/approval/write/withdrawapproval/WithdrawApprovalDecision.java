package dev.interlock.approval.write.withdrawapproval;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Lateness;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.NoSuchApproval;
import dev.interlock.approval.domain.Refusal.NotYourApproval;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import java.time.Instant;

final class WithdrawApprovalDecision {

    private WithdrawApprovalDecision() {}

    static Decision<ApprovalEvent> decide(
            Approvals approvals, WithdrawApproval command, Approver approver, Instant now) {
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
        if (!approval.isBy(person)) {
            return new Refused<>(new NotYourApproval(approval.id()));
        }
        if (approval.ending() != null) {
            return new Redundant<>("ended already");
        }
        var late = Lateness.of(approval, request, command.starts());
        if (late.isPresent()) {
            return new Refused<>(late.get());
        }
        return Decision.accepted(
                new ApprovalWithdrawn(
                        approval.id(),
                        request.id(),
                        approval.slot(),
                        approval.person(),
                        command.reason(),
                        now));
    }
}
