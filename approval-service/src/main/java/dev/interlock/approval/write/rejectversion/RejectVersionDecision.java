package dev.interlock.approval.write.rejectversion;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.NoSuchApprovalType;
import dev.interlock.approval.domain.Refusal.TypeNotYours;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.domain.VersionSignOffs.Rejection;
import dev.interlock.approval.events.VersionApprovalRevoked;
import dev.interlock.approval.events.VersionRejected;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version nobody registered yet can be rejected, and by its builder: it lets nothing pass. What
 * the same person signed off before falls with it, so that nobody says yes and no.
 */
final class RejectVersionDecision {

    private RejectVersionDecision() {}

    static Decision<VersionSignOffEvent> decide(
            VersionSignOffs signOffs,
            RejectVersion command,
            Approver approver,
            ApprovalType type,
            Instant now) {
        var person = approver.human();
        if (person.isEmpty()) {
            return new Refused<>(new AgentMayNotApprove(approver.actorKind()));
        }
        if (type instanceof ApprovalType.Undefined) {
            return new Refused<>(new NoSuchApprovalType(command.type()));
        }
        var eligible = type.eligibleRoles(List.of());
        var role = approver.roleAmong(eligible);
        if (role.isEmpty()) {
            return new Refused<>(new TypeNotYours(command.type(), eligible));
        }
        if (same(signOffs, command).isPresent()) {
            return new Redundant<>("rejected in the same words already");
        }
        var version = command.version();
        var events = new ArrayList<VersionSignOffEvent>();
        for (var own : signOffs.standingApprovalsOf(person.get(), command.type(), now)) {
            events.add(
                    new VersionApprovalRevoked(
                            own.given().approval(),
                            version.product(),
                            version.version(),
                            "rejected by the same person"));
        }
        events.add(
                new VersionRejected(
                        command.rejection(),
                        version.product(),
                        version.version(),
                        command.type(),
                        person.get(),
                        role.get(),
                        approver.roles(),
                        command.reason(),
                        command.evidence()));
        return new Accepted<>(List.copyOf(events));
    }

    /** The rejection that stands and says what is to be said. */
    static Optional<Rejection> same(VersionSignOffs signOffs, RejectVersion command) {
        return signOffs.rejections().stream()
                .filter(
                        r ->
                                !r.revoked()
                                        && r.given().person().equals(command.person())
                                        && r.given().type().equals(command.type())
                                        && r.given().reason().equals(command.reason())
                                        && r.given().evidence().equals(command.evidence()))
                .findFirst();
    }
}
