package dev.interlock.contracts.approval;

import dev.interlock.contracts.Message;

/** Payloads on {@code interlock.approval.v1}. */
public sealed interface ApprovalMessage extends Message
        permits ApprovalTypeDefinedV1,
                PersonRegisteredV1,
                RoleGrantedV1,
                RoleRevokedV1,
                PersonDeactivatedV1,
                PersonReactivatedV1,
                IdentityBoundV1,
                TrustPolicyDefinedV1,
                TrustPolicyRemovedV1,
                GroupCreatedV1,
                MemberAddedV1,
                MemberRemovedV1,
                TokenIssuedV1,
                TokenRevokedV1,
                SlotApprovedV1,
                DeploymentRequestFullyApprovedV1,
                SlotRejectedV1,
                StageOpenedV1,
                ApprovalWithdrawnV1,
                VersionApprovedV1,
                VersionApprovalRevokedV1,
                VersionRejectedV1,
                VersionRejectionRevokedV1,
                VersionQuarantinedV1,
                VersionQuarantineEndedV1,
                ApprovalRevokedV1,
                DelegationGivenV1,
                DelegationEndedV1 {}
