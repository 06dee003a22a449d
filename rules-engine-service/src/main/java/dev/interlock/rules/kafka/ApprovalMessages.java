package dev.interlock.rules.kafka;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.approval.ApprovalMessage;
import dev.interlock.contracts.approval.ApprovalRevokedV1;
import dev.interlock.contracts.approval.ApprovalTypeDefinedV1;
import dev.interlock.contracts.approval.ApprovalWithdrawnV1;
import dev.interlock.contracts.approval.DelegationEndedV1;
import dev.interlock.contracts.approval.DelegationGivenV1;
import dev.interlock.contracts.approval.DeploymentRequestFullyApprovedV1;
import dev.interlock.contracts.approval.GroupCreatedV1;
import dev.interlock.contracts.approval.IdentityBoundV1;
import dev.interlock.contracts.approval.MemberAddedV1;
import dev.interlock.contracts.approval.MemberRemovedV1;
import dev.interlock.contracts.approval.PersonDeactivatedV1;
import dev.interlock.contracts.approval.PersonReactivatedV1;
import dev.interlock.contracts.approval.PersonRegisteredV1;
import dev.interlock.contracts.approval.RoleGrantedV1;
import dev.interlock.contracts.approval.RoleRevokedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.approval.SlotRejectedV1;
import dev.interlock.contracts.approval.StageOpenedV1;
import dev.interlock.contracts.approval.TokenIssuedV1;
import dev.interlock.contracts.approval.TokenRevokedV1;
import dev.interlock.contracts.approval.TrustPolicyDefinedV1;
import dev.interlock.contracts.approval.TrustPolicyRemovedV1;
import dev.interlock.contracts.approval.VersionApprovalRevokedV1;
import dev.interlock.contracts.approval.VersionApprovedV1;
import dev.interlock.contracts.approval.VersionQuarantineEndedV1;
import dev.interlock.contracts.approval.VersionQuarantinedV1;
import dev.interlock.contracts.approval.VersionRejectedV1;
import dev.interlock.contracts.approval.VersionRejectionRevokedV1;
import dev.interlock.rules.domain.facts.Approval;
import dev.interlock.rules.domain.facts.Digest;
import dev.interlock.rules.domain.facts.Holder;
import dev.interlock.rules.domain.facts.Rejection;
import dev.interlock.rules.domain.facts.VersionFacts.SignOff;
import dev.interlock.rules.domain.facts.VersionFacts.Stop;
import dev.interlock.rules.projection.WorldWriter;
import java.time.Instant;
import java.util.Set;

/** What messages of the source {@code approval} mean for the world. */
final class ApprovalMessages {

    private ApprovalMessages() {}

    static void apply(ApprovalMessage message, Instant time, WorldWriter world) {
        switch (message) {
            case ApprovalTypeDefinedV1 e -> world.approvalType(e.type(), e.roles());
            case RoleGrantedV1 e ->
                    world.roleGranted(
                            e.role(),
                            Holder.of(e.person(), e.grantId(), e.products(), e.environments()));
            case RoleRevokedV1 e -> world.roleRevoked(e.role(), e.person(), e.grantId());
            case PersonDeactivatedV1 e -> world.active(e.person(), false);
            case PersonReactivatedV1 e -> world.active(e.person(), true);
            case SlotApprovedV1 e ->
                    world.decisions(
                            e.dr(),
                            decided ->
                                    decided.with(
                                            new Approval(
                                                    e.approvalId(),
                                                    e.slot(),
                                                    e.revision(),
                                                    Digest.of(e.contentHash()),
                                                    e.person(),
                                                    e.actingFor(),
                                                    e.groups() == null
                                                            ? Set.of()
                                                            : Set.copyOf(e.groups()),
                                                    requireNonNullElse(e.at(), time),
                                                    null)));
            case SlotRejectedV1 e -> {
                if (e.veto()) {
                    world.decisions(
                            e.dr(),
                            decided ->
                                    decided.with(
                                            new Rejection(
                                                    e.rejectionId(),
                                                    e.slot(),
                                                    e.revision(),
                                                    e.person())));
                }
            }
            case ApprovalWithdrawnV1 e ->
                    world.decisions(
                            e.dr(),
                            decided ->
                                    decided.ended(
                                            e.approvalId(), requireNonNullElse(e.at(), time)));
            case ApprovalRevokedV1 e ->
                    world.decisions(e.dr(), decided -> decided.ended(e.approvalId(), e.at()));
            case VersionRejectedV1 e ->
                    world.version(
                            e.product(),
                            e.version(),
                            facts ->
                                    facts.with(
                                            new Stop(
                                                    e.rejectionId(),
                                                    e.person(),
                                                    e.reason(),
                                                    null)));
            case VersionQuarantinedV1 e ->
                    world.version(
                            e.product(),
                            e.version(),
                            facts ->
                                    facts.with(
                                            new Stop(
                                                    e.quarantineId(),
                                                    e.person(),
                                                    e.reason(),
                                                    e.until())));
            case VersionApprovedV1 e ->
                    world.version(
                            e.product(),
                            e.version(),
                            facts ->
                                    facts.with(
                                            new SignOff(
                                                    e.approvalId(),
                                                    e.type(),
                                                    e.environment(),
                                                    e.digest() == null
                                                            ? null
                                                            : Digest.of(e.digest()),
                                                    e.by(),
                                                    e.machine(),
                                                    time,
                                                    e.validUntil())));
            case VersionApprovalRevokedV1 e ->
                    world.version(e.product(), e.version(), f -> f.without(e.approvalId()));
            case VersionRejectionRevokedV1 e ->
                    world.version(e.product(), e.version(), f -> f.without(e.rejectionId()));
            case VersionQuarantineEndedV1 e ->
                    world.version(e.product(), e.version(), f -> f.without(e.quarantineId()));
            // the gate counts for itself; who holds a token is nothing it decides on,
            // and an approval says itself in which groups its person was, and for whom it was given
            case DeploymentRequestFullyApprovedV1 _,
                    PersonRegisteredV1 _,
                    IdentityBoundV1 _,
                    TrustPolicyDefinedV1 _,
                    TrustPolicyRemovedV1 _,
                    GroupCreatedV1 _,
                    StageOpenedV1 _,
                    MemberAddedV1 _,
                    MemberRemovedV1 _,
                    DelegationGivenV1 _,
                    DelegationEndedV1 _,
                    TokenIssuedV1 _,
                    TokenRevokedV1 _ -> {}
        }
    }
}
