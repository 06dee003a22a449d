package dev.interlock.approval.write.revokeapproval;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Lateness;
import dev.interlock.approval.domain.Refusal.AdminsOnly;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.NoSuchApproval;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalRevoked;
import java.time.Instant;

final class RevokeApprovalDecision {

    private RevokeApprovalDecision() {}

    /**
     * @param now by the server's clock
     */
    static Decision<ApprovalEvent> decide(
            Approvals approvals, RevokeApproval command, Approver approver, Instant now) {
        var request = command.request();
        var admin = approver.human().orElse(null);
        if (admin == null) {
            return new Refused<>(new AgentMayNotApprove(approver.actorKind()));
        }
        if (!approver.roles().contains(Roles.ADMIN)) {
            return new Refused<>(new AdminsOnly(command.approval()));
        }
        var found = approvals.approval(command.approval());
        if (found.isEmpty()) {
            return new Refused<>(new NoSuchApproval(request.id(), command.approval()));
        }
        var approval = found.get();
        if (approval.ending() != null) {
            return new Redundant<>("ended already");
        }
        var late = Lateness.of(approval, request, command.starts());
        if (late.isPresent()) {
            return new Refused<>(late.get());
        }
        return Decision.accepted(
                new ApprovalRevoked(
                        approval.id(),
                        request.id(),
                        approval.slot(),
                        approval.person(),
                        admin,
                        command.reason(),
                        now));
    }
}
