package dev.interlock.approval.write.endquarantine;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.LiftingRight;
import dev.interlock.approval.domain.Refusal.NoSuchSignOff;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.events.VersionQuarantineEnded;
import dev.interlock.approval.events.VersionSignOffEvent;

final class EndQuarantineDecision {

    private EndQuarantineDecision() {}

    static Decision<VersionSignOffEvent> decide(
            VersionSignOffs signOffs, EndQuarantine command, Approver approver) {
        var found = signOffs.quarantine(command.quarantine());
        if (found.isEmpty()) {
            return new Refused<>(new NoSuchSignOff(command.quarantine()));
        }
        var given = found.get().given();
        var objection =
                LiftingRight.objection(
                        approver, given.quarantine(), given.person(), command.version());
        if (objection.isPresent()) {
            return new Refused<>(objection.get());
        }
        if (found.get().ended()) {
            return new Redundant<>("ended already");
        }
        return Decision.accepted(
                new VersionQuarantineEnded(
                        given.quarantine(), given.product(), given.version(), command.reason()));
    }
}
