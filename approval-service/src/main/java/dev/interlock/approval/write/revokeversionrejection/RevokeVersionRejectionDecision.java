package dev.interlock.approval.write.revokeversionrejection;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.LiftingRight;
import dev.interlock.approval.domain.Refusal.NoSuchSignOff;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.events.VersionRejectionRevoked;
import dev.interlock.approval.events.VersionSignOffEvent;

final class RevokeVersionRejectionDecision {

    private RevokeVersionRejectionDecision() {}

    static Decision<VersionSignOffEvent> decide(
            VersionSignOffs signOffs, RevokeVersionRejection command, Approver approver) {
        var found = signOffs.rejection(command.rejection());
        if (found.isEmpty()) {
            return new Refused<>(new NoSuchSignOff(command.rejection()));
        }
        var given = found.get().given();
        var objection =
                LiftingRight.objection(
                        approver, given.rejection(), given.person(), command.version());
        if (objection.isPresent()) {
            return new Refused<>(objection.get());
        }
        if (found.get().revoked()) {
            return new Redundant<>("revoked already");
        }
        return Decision.accepted(
                new VersionRejectionRevoked(
                        given.rejection(), given.product(), given.version(), command.reason()));
    }
}
