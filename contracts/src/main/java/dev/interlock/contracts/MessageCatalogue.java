package dev.interlock.contracts;

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
import dev.interlock.contracts.dr.BuildReportedV1;
import dev.interlock.contracts.dr.DeploymentAbortedV1;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.DeploymentFailedV1;
import dev.interlock.contracts.dr.DeploymentLeaseExtendedV1;
import dev.interlock.contracts.dr.DeploymentPendingV1;
import dev.interlock.contracts.dr.DeploymentPresumedFailedV1;
import dev.interlock.contracts.dr.DeploymentRefusedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCancelledV1;
import dev.interlock.contracts.dr.DeploymentRequestCompletedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DeploymentRequestDeactivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestEditedV1;
import dev.interlock.contracts.dr.DeploymentRequestExpiredV1;
import dev.interlock.contracts.dr.DeploymentRequestRejectedV1;
import dev.interlock.contracts.dr.DeploymentRequestRevisedV1;
import dev.interlock.contracts.dr.DeploymentRequestStaleV1;
import dev.interlock.contracts.dr.DeploymentRequestSupersededV1;
import dev.interlock.contracts.dr.DeploymentRolledBackV1;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.contracts.dr.DeploymentTakenOverV1;
import dev.interlock.contracts.dr.EnvironmentChangedV1;
import dev.interlock.contracts.dr.EnvironmentRegisteredV1;
import dev.interlock.contracts.dr.ProductLabelledV1;
import dev.interlock.contracts.dr.ProductRegisteredV1;
import dev.interlock.contracts.dr.StepCompletedV1;
import dev.interlock.contracts.dr.StepUndoneV1;
import dev.interlock.contracts.dr.TemplateChangedV1;
import dev.interlock.contracts.dr.TemplateCreatedV1;
import dev.interlock.contracts.dr.VersionBoundV1;
import dev.interlock.contracts.dr.VersionDigestBoundV1;
import dev.interlock.contracts.dr.VersionRegisteredV1;
import dev.interlock.contracts.notification.NotificationQueuedV1;
import dev.interlock.contracts.rules.CalendarChangedV1;
import dev.interlock.contracts.rules.CalendarImportedV1;
import dev.interlock.contracts.rules.CalendarRemovedV1;
import dev.interlock.contracts.rules.FreezeActivatedV1;
import dev.interlock.contracts.rules.FreezeExtendedV1;
import dev.interlock.contracts.rules.FreezeThawedV1;
import dev.interlock.contracts.rules.OverrideConfirmedV1;
import dev.interlock.contracts.rules.OverrideRequestedV1;
import dev.interlock.contracts.rules.OverrideReviewedV1;
import dev.interlock.contracts.rules.OverrideUsedV1;
import dev.interlock.contracts.rules.OverrideWithdrawnV1;
import dev.interlock.contracts.rules.RuleChangedV1;
import dev.interlock.contracts.rules.RuleCreatedV1;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every message by its stable name and version. Names are promises: they never follow a renamed
 * class.
 */
public final class MessageCatalogue {

    /**
     * @param type the CloudEvents type, for example {@code dr.activated}
     * @param version major version, starting at 1
     */
    public record Entry(
            String source, String type, int version, Class<? extends Message> message) {}

    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry(
                            Sources.DR, "environment.registered", 1, EnvironmentRegisteredV1.class),
                    new Entry(Sources.DR, "environment.changed", 1, EnvironmentChangedV1.class),
                    new Entry(Sources.DR, "product.registered", 1, ProductRegisteredV1.class),
                    new Entry(Sources.DR, "product.labelled", 1, ProductLabelledV1.class),
                    new Entry(Sources.DR, "version.registered", 1, VersionRegisteredV1.class),
                    new Entry(Sources.DR, "version.bound", 1, VersionBoundV1.class),
                    new Entry(Sources.DR, "version.digest_bound", 1, VersionDigestBoundV1.class),
                    new Entry(Sources.DR, "build.pending", 1, BuildReportedV1.class),
                    new Entry(Sources.DR, "build.started", 1, BuildReportedV1.class),
                    new Entry(Sources.DR, "build.completed", 1, BuildReportedV1.class),
                    new Entry(Sources.DR, "build.failed", 1, BuildReportedV1.class),
                    new Entry(Sources.DR, "build.aborted", 1, BuildReportedV1.class),
                    new Entry(Sources.DR, "dr.created", 1, DeploymentRequestCreatedV1.class),
                    new Entry(Sources.DR, "dr.step_completed", 1, StepCompletedV1.class),
                    new Entry(Sources.DR, "dr.step_undone", 1, StepUndoneV1.class),
                    new Entry(Sources.DR, "dr.edited", 1, DeploymentRequestEditedV1.class),
                    new Entry(Sources.DR, "dr.activated", 1, DeploymentRequestActivatedV1.class),
                    new Entry(Sources.DR, "dr.stale", 1, DeploymentRequestStaleV1.class),
                    new Entry(
                            Sources.DR, "dr.deactivated", 1, DeploymentRequestDeactivatedV1.class),
                    new Entry(Sources.DR, "dr.cancelled", 1, DeploymentRequestCancelledV1.class),
                    new Entry(Sources.DR, "dr.rejected", 1, DeploymentRequestRejectedV1.class),
                    new Entry(Sources.DR, "dr.revised", 1, DeploymentRequestRevisedV1.class),
                    new Entry(Sources.DR, "dr.expired", 1, DeploymentRequestExpiredV1.class),
                    new Entry(Sources.DR, "dr.superseded", 1, DeploymentRequestSupersededV1.class),
                    new Entry(Sources.DR, "dr.completed", 1, DeploymentRequestCompletedV1.class),
                    new Entry(Sources.DR, "template.created", 1, TemplateCreatedV1.class),
                    new Entry(Sources.DR, "template.changed", 1, TemplateChangedV1.class),
                    new Entry(Sources.DR, "deployment.pending", 1, DeploymentPendingV1.class),
                    new Entry(Sources.DR, "deployment.started", 1, DeploymentStartedV1.class),
                    new Entry(
                            Sources.DR,
                            "deployment.preflight_failed",
                            1,
                            DeploymentRefusedV1.class),
                    new Entry(Sources.DR, "deployment.taken_over", 1, DeploymentTakenOverV1.class),
                    new Entry(Sources.DR, "deployment.completed", 1, DeploymentCompletedV1.class),
                    new Entry(Sources.DR, "deployment.failed", 1, DeploymentFailedV1.class),
                    new Entry(Sources.DR, "deployment.aborted", 1, DeploymentAbortedV1.class),
                    new Entry(
                            Sources.DR,
                            "deployment.lease_extended",
                            1,
                            DeploymentLeaseExtendedV1.class),
                    new Entry(
                            Sources.DR,
                            "deployment.presumed_failed",
                            1,
                            DeploymentPresumedFailedV1.class),
                    new Entry(
                            Sources.DR, "deployment.rolled_back", 1, DeploymentRolledBackV1.class),
                    new Entry(
                            Sources.APPROVAL,
                            "approval_type.defined",
                            1,
                            ApprovalTypeDefinedV1.class),
                    new Entry(Sources.APPROVAL, "person.registered", 1, PersonRegisteredV1.class),
                    new Entry(Sources.APPROVAL, "person.role_granted", 1, RoleGrantedV1.class),
                    new Entry(Sources.APPROVAL, "person.role_revoked", 1, RoleRevokedV1.class),
                    new Entry(Sources.APPROVAL, "person.deactivated", 1, PersonDeactivatedV1.class),
                    new Entry(Sources.APPROVAL, "person.reactivated", 1, PersonReactivatedV1.class),
                    new Entry(Sources.APPROVAL, "person.identity_bound", 1, IdentityBoundV1.class),
                    new Entry(
                            Sources.APPROVAL,
                            "trust_policy.defined",
                            1,
                            TrustPolicyDefinedV1.class),
                    new Entry(
                            Sources.APPROVAL,
                            "trust_policy.removed",
                            1,
                            TrustPolicyRemovedV1.class),
                    new Entry(Sources.APPROVAL, "group.created", 1, GroupCreatedV1.class),
                    new Entry(Sources.APPROVAL, "group.member_added", 1, MemberAddedV1.class),
                    new Entry(Sources.APPROVAL, "group.member_removed", 1, MemberRemovedV1.class),
                    new Entry(Sources.APPROVAL, "token.issued", 1, TokenIssuedV1.class),
                    new Entry(Sources.APPROVAL, "token.revoked", 1, TokenRevokedV1.class),
                    new Entry(Sources.APPROVAL, "dr.approved", 1, SlotApprovedV1.class),
                    new Entry(
                            Sources.APPROVAL,
                            "dr.fully_approved",
                            1,
                            DeploymentRequestFullyApprovedV1.class),
                    new Entry(Sources.APPROVAL, "dr.stage_opened", 1, StageOpenedV1.class),
                    new Entry(Sources.APPROVAL, "dr.slot_rejected", 1, SlotRejectedV1.class),
                    new Entry(
                            Sources.APPROVAL,
                            "dr.approval_withdrawn",
                            1,
                            ApprovalWithdrawnV1.class),
                    new Entry(Sources.APPROVAL, "version.approved", 1, VersionApprovedV1.class),
                    new Entry(
                            Sources.APPROVAL,
                            "version.approval_revoked",
                            1,
                            VersionApprovalRevokedV1.class),
                    new Entry(Sources.APPROVAL, "version.rejected", 1, VersionRejectedV1.class),
                    new Entry(
                            Sources.APPROVAL,
                            "version.rejection_revoked",
                            1,
                            VersionRejectionRevokedV1.class),
                    new Entry(
                            Sources.APPROVAL, "version.quarantined", 1, VersionQuarantinedV1.class),
                    new Entry(
                            Sources.APPROVAL,
                            "version.quarantine_ended",
                            1,
                            VersionQuarantineEndedV1.class),
                    new Entry(Sources.APPROVAL, "dr.approval_revoked", 1, ApprovalRevokedV1.class),
                    new Entry(Sources.APPROVAL, "delegation.given", 1, DelegationGivenV1.class),
                    new Entry(Sources.APPROVAL, "delegation.ended", 1, DelegationEndedV1.class),
                    new Entry(Sources.RULES, "rule.created", 1, RuleCreatedV1.class),
                    new Entry(Sources.RULES, "rule.changed", 1, RuleChangedV1.class),
                    new Entry(Sources.RULES, "calendar.imported", 1, CalendarImportedV1.class),
                    new Entry(Sources.RULES, "calendar.changed", 1, CalendarChangedV1.class),
                    new Entry(Sources.RULES, "calendar.removed", 1, CalendarRemovedV1.class),
                    new Entry(Sources.RULES, "freeze.activated", 1, FreezeActivatedV1.class),
                    new Entry(Sources.RULES, "freeze.extended", 1, FreezeExtendedV1.class),
                    new Entry(Sources.RULES, "freeze.thawed", 1, FreezeThawedV1.class),
                    new Entry(Sources.RULES, "override.requested", 1, OverrideRequestedV1.class),
                    new Entry(Sources.RULES, "override.confirmed", 1, OverrideConfirmedV1.class),
                    new Entry(Sources.RULES, "override.withdrawn", 1, OverrideWithdrawnV1.class),
                    new Entry(Sources.RULES, "override.used", 1, OverrideUsedV1.class),
                    new Entry(Sources.RULES, "override.reviewed", 1, OverrideReviewedV1.class),
                    new Entry(
                            Sources.NOTIFICATION,
                            "notification.queued",
                            1,
                            NotificationQueuedV1.class));

    private record Key(String type, int version) {}

    private static final Map<Key, Entry> BY_TYPE =
            ENTRIES.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    e -> new Key(e.type(), e.version()), e -> e));

    private MessageCatalogue() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** Empty for a type or version this build does not know: a newer producer, not an error. */
    public static Optional<Entry> find(String type, int version) {
        return Optional.ofNullable(BY_TYPE.get(new Key(type, version)));
    }
}
