package dev.interlock.approval.write.revokeversionapproval;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.NoSuchSignOff;
import dev.interlock.approval.domain.Refusal.NotYours;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.events.VersionApprovalRevoked;
import dev.interlock.approval.events.VersionSignOffEvent;

final class RevokeVersionApprovalDecision {

    private RevokeVersionApprovalDecision() {}

    static Decision<VersionSignOffEvent> decide(
            VersionSignOffs signOffs, RevokeVersionApproval command, Approver approver) {
        var found = signOffs.approval(command.approval());
        if (found.isEmpty()) {
            return new Refused<>(new NoSuchSignOff(command.approval()));
        }
        var given = found.get().given();
        boolean own = given.by().equals(command.principal());
        if (!own && approver.human().isEmpty()) {
            return new Refused<>(new AgentMayNotApprove(approver.actorKind()));
        }
        if (!own && approver.roleAmong(Roles.FILL_ANY).isEmpty()) {
            return new Refused<>(new NotYours(given.approval(), Roles.FILL_ANY));
        }
        if (found.get().revoked()) {
            return new Redundant<>("revoked already");
        }
        return Decision.accepted(
                new VersionApprovalRevoked(
                        given.approval(), given.product(), given.version(), command.reason()));
    }
}
