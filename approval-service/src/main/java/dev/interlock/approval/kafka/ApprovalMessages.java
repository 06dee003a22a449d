package dev.interlock.approval.kafka;

import dev.interlock.approval.events.ApprovalRevoked;
import dev.interlock.approval.events.ApprovalServiceEvent;
import dev.interlock.approval.events.ApprovalTypeDefined;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.DelegationEnded;
import dev.interlock.approval.events.DelegationGiven;
import dev.interlock.approval.events.Evidence;
import dev.interlock.approval.events.GroupCreated;
import dev.interlock.approval.events.IdentityBound;
import dev.interlock.approval.events.MemberAdded;
import dev.interlock.approval.events.MemberRemoved;
import dev.interlock.approval.events.PersonDeactivated;
import dev.interlock.approval.events.PersonReactivated;
import dev.interlock.approval.events.PersonRegistered;
import dev.interlock.approval.events.RequestFullyApproved;
import dev.interlock.approval.events.RoleGranted;
import dev.interlock.approval.events.RoleRevoked;
import dev.interlock.approval.events.SlotApproved;
import dev.interlock.approval.events.SlotRejected;
import dev.interlock.approval.events.StageOpened;
import dev.interlock.approval.events.TokenIssued;
import dev.interlock.approval.events.TokenRevoked;
import dev.interlock.approval.events.TrustPolicyDefined;
import dev.interlock.approval.events.TrustPolicyRemoved;
import dev.interlock.approval.events.VersionApprovalRevoked;
import dev.interlock.approval.events.VersionApproved;
import dev.interlock.approval.events.VersionQuarantineEnded;
import dev.interlock.approval.events.VersionQuarantined;
import dev.interlock.approval.events.VersionRejected;
import dev.interlock.approval.events.VersionRejectionRevoked;
import dev.interlock.contracts.MessageCatalogue;
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
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.eventstore.Publication;
import dev.interlock.eventstore.StoredEvent;
import dev.interlock.eventstream.MessageJson;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every event is told; names, addresses and hashes of tokens are left out. */
@Component
final class ApprovalMessages implements Publication {

    private final EventCatalogue catalogue;
    private final MessageJson json = new MessageJson();

    ApprovalMessages(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Published> of(StoredEvent stored) {
        var message = message((ApprovalServiceEvent) catalogue.decode(stored));
        var entry =
                MessageCatalogue.entries().stream()
                        .filter(e -> e.message() == message.getClass())
                        .findFirst()
                        .orElseThrow();
        return Optional.of(
                new Published(
                        entry.type(), entry.version(), stored.entityId(), json.write(message)));
    }

    static ApprovalMessage message(ApprovalServiceEvent event) {
        return switch (event) {
            case ApprovalTypeDefined e -> new ApprovalTypeDefinedV1(e.type(), e.name(), e.roles());
            case PersonRegistered e -> new PersonRegisteredV1(e.person());
            case RoleGranted e ->
                    new RoleGrantedV1(
                            e.person(), e.role(), e.grant(), e.products(), e.environments());
            case RoleRevoked e -> new RoleRevokedV1(e.person(), e.role(), e.grant());
            case PersonDeactivated e -> new PersonDeactivatedV1(e.person());
            case PersonReactivated e -> new PersonReactivatedV1(e.person());
            case IdentityBound e -> new IdentityBoundV1(e.person(), e.issuer());
            case GroupCreated e -> new GroupCreatedV1(e.group(), e.name());
            case MemberAdded e -> new MemberAddedV1(e.group(), e.person());
            case MemberRemoved e -> new MemberRemovedV1(e.group(), e.person());
            case TrustPolicyDefined e ->
                    new TrustPolicyDefinedV1(
                            e.policy(),
                            e.issuer(),
                            e.audience(),
                            e.claims(),
                            e.actions(),
                            e.products(),
                            e.environments());
            case TrustPolicyRemoved e -> new TrustPolicyRemovedV1(e.policy());
            case TokenIssued e ->
                    new TokenIssuedV1(
                            e.token(),
                            e.kind(),
                            e.person(),
                            e.actorKind(),
                            e.actions(),
                            e.products(),
                            e.environments(),
                            e.expiresAt(),
                            e.issuedBy());
            case TokenRevoked e -> new TokenRevokedV1(e.token());
            case SlotApproved e ->
                    new SlotApprovedV1(
                            e.approval(),
                            e.dr(),
                            e.slot(),
                            e.revision(),
                            e.contentHash(),
                            e.person(),
                            e.role(),
                            e.roles(),
                            e.surplus(),
                            e.comment(),
                            e.groups(),
                            e.actingFor(),
                            e.at());
            case StageOpened e -> new StageOpenedV1(e.dr(), e.revision(), e.slots());
            case RequestFullyApproved e ->
                    new DeploymentRequestFullyApprovedV1(e.dr(), e.revision(), e.contentHash());
            case SlotRejected e ->
                    new SlotRejectedV1(
                            e.rejection(),
                            e.dr(),
                            e.slot(),
                            e.revision(),
                            e.contentHash(),
                            e.person(),
                            e.role(),
                            e.roles(),
                            e.veto(),
                            e.comment(),
                            e.actingFor());
            case ApprovalWithdrawn e ->
                    new ApprovalWithdrawnV1(
                            e.approval(), e.dr(), e.slot(), e.person(), e.reason(), e.at());
            case ApprovalRevoked e ->
                    new ApprovalRevokedV1(
                            e.approval(), e.dr(), e.slot(), e.person(), e.by(), e.reason(), e.at());
            case DelegationGiven e ->
                    new DelegationGivenV1(
                            e.delegation(),
                            e.from(),
                            e.to(),
                            e.startsAt(),
                            e.endsAt(),
                            e.environments(),
                            e.products(),
                            e.types(),
                            e.reason());
            case DelegationEnded e ->
                    new DelegationEndedV1(e.delegation(), e.from(), e.to(), e.at());
            case VersionApproved e ->
                    new VersionApprovedV1(
                            e.approval(),
                            e.product(),
                            e.version(),
                            e.type(),
                            e.environment(),
                            e.digest(),
                            e.by(),
                            e.machine(),
                            e.role(),
                            e.roles(),
                            e.validUntil(),
                            e.comment(),
                            evidence(e.evidence()));
            case VersionApprovalRevoked e ->
                    new VersionApprovalRevokedV1(
                            e.approval(), e.product(), e.version(), e.reason());
            case VersionRejected e ->
                    new VersionRejectedV1(
                            e.rejection(),
                            e.product(),
                            e.version(),
                            e.type(),
                            e.person(),
                            e.role(),
                            e.roles(),
                            e.reason(),
                            evidence(e.evidence()));
            case VersionRejectionRevoked e ->
                    new VersionRejectionRevokedV1(
                            e.rejection(), e.product(), e.version(), e.reason());
            case VersionQuarantined e ->
                    new VersionQuarantinedV1(
                            e.quarantine(),
                            e.product(),
                            e.version(),
                            e.person(),
                            e.role(),
                            e.roles(),
                            e.reason(),
                            e.until());
            case VersionQuarantineEnded e ->
                    new VersionQuarantineEndedV1(
                            e.quarantine(), e.product(), e.version(), e.reason());
        };
    }

    private static List<dev.interlock.contracts.approval.Evidence> evidence(
            List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> new dev.interlock.contracts.approval.Evidence(e.url(), e.title()))
                .toList();
    }
}
