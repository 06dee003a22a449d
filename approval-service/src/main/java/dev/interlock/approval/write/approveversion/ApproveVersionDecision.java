package dev.interlock.approval.write.approveversion;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.BuilderMayNotSignOff;
import dev.interlock.approval.domain.Refusal.DigestMismatch;
import dev.interlock.approval.domain.Refusal.NoSuchApprovalType;
import dev.interlock.approval.domain.Refusal.NoSuchVersion;
import dev.interlock.approval.domain.Refusal.TypeNotYours;
import dev.interlock.approval.domain.Refusal.VersionStandsRejected;
import dev.interlock.approval.domain.VersionApprovalTerms;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.domain.VersionSnapshot;
import dev.interlock.approval.events.VersionApproved;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class ApproveVersionDecision {

    private ApproveVersionDecision() {}

    static Decision<VersionSignOffEvent> decide(
            VersionSignOffs signOffs,
            ApproveVersion command,
            Approver approver,
            ApprovalType type,
            Instant now) {
        if (!command.machine() && approver.human().isEmpty()) {
            return new Refused<>(new AgentMayNotApprove(approver.actorKind()));
        }
        var objection = objection(signOffs, command.terms(), command.version(), type);
        if (objection.isPresent()) {
            return new Refused<>(objection.get());
        }
        var terms = terms(command);
        if (signOffs.saidAgain(command.principal(), terms, now).isPresent()) {
            return new Redundant<>("signed off in the same words just now");
        }
        if (command.machine()) {
            return Decision.accepted(approved(command, terms, null, List.of(), now));
        }
        var eligible = type.eligibleRoles(List.of());
        var role = approver.roleAmong(eligible);
        if (role.isEmpty()) {
            return new Refused<>(new TypeNotYours(terms.type(), eligible));
        }
        if (command.version().separatesDuties()
                && command.version().builders().contains(command.principal())) {
            return new Refused<>(new BuilderMayNotSignOff(command.version().name()));
        }
        return Decision.accepted(approved(command, terms, role.get(), approver.roles(), now));
    }

    /** With the artifact that it is given for, named or not. */
    static VersionApprovalTerms terms(ApproveVersion command) {
        return command.terms().forDigest(command.version().digest());
    }

    private static Optional<Refusal> objection(
            VersionSignOffs signOffs,
            VersionApprovalTerms terms,
            VersionSnapshot version,
            ApprovalType type) {
        if (!version.registered()) {
            return Optional.of(new NoSuchVersion(version.name()));
        }
        if (type instanceof ApprovalType.Undefined) {
            return Optional.of(new NoSuchApprovalType(terms.type()));
        }
        var rejection = signOffs.standingRejection();
        if (rejection.isPresent()) {
            return Optional.of(
                    new VersionStandsRejected(version.name(), rejection.get().given().rejection()));
        }
        var named = terms.digest();
        return named != null && !named.equals(version.digest())
                ? Optional.of(new DigestMismatch(version.name(), named, version.digest()))
                : Optional.empty();
    }

    private static VersionApproved approved(
            ApproveVersion command,
            VersionApprovalTerms terms,
            @Nullable String role,
            List<String> roles,
            Instant now) {
        return new VersionApproved(
                command.approval(),
                command.version().name().product(),
                command.version().name().version(),
                terms.type(),
                terms.environment(),
                terms.digest(),
                command.principal(),
                command.machine(),
                role,
                roles,
                terms.validUntil(),
                terms.comment(),
                terms.evidence(),
                now);
    }
}
