package dev.interlock.approval.write.quarantineversion;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.TypeNotYours;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.domain.VersionSignOffs.Quarantine;
import dev.interlock.approval.events.VersionQuarantined;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.util.Optional;

/** Several quarantines may overlap; each ends by itself. */
final class QuarantineVersionDecision {

    private QuarantineVersionDecision() {}

    static Decision<VersionSignOffEvent> decide(
            VersionSignOffs signOffs, QuarantineVersion command, Approver approver) {
        var person = approver.human();
        if (person.isEmpty()) {
            return new Refused<>(new AgentMayNotApprove(approver.actorKind()));
        }
        var role = approver.roleAmong(Roles.QUARANTINE);
        if (role.isEmpty()) {
            return new Refused<>(new TypeNotYours("a quarantine", Roles.QUARANTINE));
        }
        if (same(signOffs, command).isPresent()) {
            return new Redundant<>("quarantined in the same words already");
        }
        return Decision.accepted(
                new VersionQuarantined(
                        command.quarantine(),
                        command.version().product(),
                        command.version().version(),
                        person.get(),
                        role.get(),
                        approver.roles(),
                        command.reason(),
                        command.until()));
    }

    /** The quarantine that stands and says what is to be said. */
    static Optional<Quarantine> same(VersionSignOffs signOffs, QuarantineVersion command) {
        return signOffs.quarantines().stream()
                .filter(
                        q ->
                                !q.ended()
                                        && q.given().person().equals(command.person())
                                        && q.given().reason().equals(command.reason())
                                        && q.given().until().equals(command.until()))
                .findFirst();
    }
}
