package dev.interlock.approval;

import dev.interlock.approval.events.ApprovalRevoked;
import dev.interlock.approval.events.ApprovalTypeDefined;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.DelegationEnded;
import dev.interlock.approval.events.DelegationGiven;
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
import dev.interlock.contracts.Sources;
import dev.interlock.eventstore.EventCatalogue;

/** Under which names this service's events are stored, for ever. */
final class ApprovalEventCatalogue {

    static final EventCatalogue CATALOGUE =
            EventCatalogue.of(Sources.APPROVAL)
                    .add("approval_type.defined", 1, ApprovalTypeDefined.class)
                    .add("person.registered", 1, PersonRegistered.class)
                    .add("person.role_granted", 1, RoleGranted.class)
                    .add("person.role_revoked", 1, RoleRevoked.class)
                    .add("person.deactivated", 1, PersonDeactivated.class)
                    .add("person.reactivated", 1, PersonReactivated.class)
                    .add("person.identity_bound", 1, IdentityBound.class)
                    .add("group.created", 1, GroupCreated.class)
                    .add("group.member_added", 1, MemberAdded.class)
                    .add("group.member_removed", 1, MemberRemoved.class)
                    .add("trust_policy.defined", 1, TrustPolicyDefined.class)
                    .add("trust_policy.removed", 1, TrustPolicyRemoved.class)
                    .add("token.issued", 1, TokenIssued.class)
                    .add("token.revoked", 1, TokenRevoked.class)
                    .add("dr.approved", 1, SlotApproved.class)
                    .add("dr.fully_approved", 1, RequestFullyApproved.class)
                    .add("dr.stage_opened", 1, StageOpened.class)
                    .add("dr.slot_rejected", 1, SlotRejected.class)
                    .add("dr.approval_withdrawn", 1, ApprovalWithdrawn.class)
                    .add("version.approved", 1, VersionApproved.class)
                    .add("version.approval_revoked", 1, VersionApprovalRevoked.class)
                    .add("version.rejected", 1, VersionRejected.class)
                    .add("version.rejection_revoked", 1, VersionRejectionRevoked.class)
                    .add("version.quarantined", 1, VersionQuarantined.class)
                    .add("version.quarantine_ended", 1, VersionQuarantineEnded.class)
                    .add("dr.approval_revoked", 1, ApprovalRevoked.class)
                    .add("delegation.given", 1, DelegationGiven.class)
                    .add("delegation.ended", 1, DelegationEnded.class)
                    .build();

    private ApprovalEventCatalogue() {}
}
