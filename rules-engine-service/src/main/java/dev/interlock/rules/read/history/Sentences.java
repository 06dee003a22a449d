package dev.interlock.rules.read.history;

import dev.interlock.contracts.Message;
import dev.interlock.contracts.approval.ApprovalMessage;
import dev.interlock.contracts.approval.ApprovalRevokedV1;
import dev.interlock.contracts.approval.ApprovalWithdrawnV1;
import dev.interlock.contracts.approval.DeploymentRequestFullyApprovedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.approval.SlotRejectedV1;
import dev.interlock.contracts.approval.StageOpenedV1;
import dev.interlock.contracts.dr.DeploymentAbortedV1;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.DeploymentFailedV1;
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
import dev.interlock.contracts.dr.DrMessage;
import dev.interlock.contracts.dr.StepCompletedV1;
import dev.interlock.contracts.dr.StepUndoneV1;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line for each thing that can happen to a deployment request; who did it is said beside. */
final class Sentences {

    private Sentences() {}

    static String of(Message message) {
        return switch (message) {
            case DrMessage about -> request(about);
            case ApprovalMessage about -> approval(about);
            case Message other -> nothing(other);
        };
    }

    private static String request(DrMessage message) {
        return switch (message) {
            case DeploymentRequestCreatedV1 m ->
                    "Drafted: “%s”".formatted(m.title())
                            + (m.template() == null
                                    ? ""
                                    : ", from version %d of template %s"
                                            .formatted(m.template().version(), m.template().id()))
                            + (m.supersedes() == null ? "" : ", to supersede " + m.supersedes());
            case DeploymentRequestEditedV1 m ->
                    m.hashedChange()
                            ? "Contents changed: revision " + m.revision()
                            : "Texts changed, contents as before: revision " + m.revision();
            case DeploymentRequestStaleV1 m ->
                    "Approvals given before revision %d no longer count%s"
                            .formatted(m.revision(), because(m.changes()));
            case DeploymentRequestActivatedV1 _ -> "Activated: approvers are asked";
            case DeploymentRequestDeactivatedV1 _ -> "Deactivated: a draft again";
            case DeploymentRequestCancelledV1 m -> "Cancelled" + said(m.reason());
            case DeploymentRequestRejectedV1 m -> "Rejected, by slot " + m.slot();
            case DeploymentRequestRevisedV1 m ->
                    "Revised: a draft of revision %d, all decisions cleared"
                            .formatted(m.revision());
            case DeploymentRequestExpiredV1 m ->
                    "Expired: not answered before %s, missing %s"
                            .formatted(m.requestExpiresAt(), String.join(", ", m.missing()));
            case DeploymentRequestSupersededV1 m ->
                    "Superseded by "
                            + m.supersededBy()
                            + (m.product() == null
                                    ? ""
                                    : ", which ships %s %s to %s"
                                            .formatted(m.product(), m.version(), m.environment()));
            case DeploymentRequestCompletedV1 m ->
                    m.automatic()
                            ? "Completed: everything is deployed"
                            : "Completed by hand" + said(m.reason());
            case StepCompletedV1 m -> "Step %s done".formatted(m.step());
            case StepUndoneV1 m -> "Step %s undone".formatted(m.step()) + said(m.reason());
            case DeploymentStartedV1 m ->
                    deployment(m.product(), m.version(), m.environment(), "started");
            case DeploymentRefusedV1 m ->
                    deployment(m.product(), m.version(), m.environment(), "refused")
                            + said(m.decision().message());
            case DeploymentCompletedV1 m ->
                    deployment(m.product(), m.version(), m.environment(), "completed");
            case DeploymentFailedV1 m ->
                    deployment(m.product(), m.version(), m.environment(), "failed");
            case DeploymentAbortedV1 m ->
                    deployment(m.product(), m.version(), m.environment(), "aborted");
            case DeploymentRolledBackV1 m ->
                    deployment(
                            m.product(),
                            m.version(),
                            m.environment(),
                            "was rolled back: " + m.reason());
            case DeploymentPresumedFailedV1 m ->
                    deployment(
                            m.product(),
                            m.version(),
                            m.environment(),
                            "is presumed to have failed");
            case DrMessage other -> nothing(other);
        };
    }

    private static String approval(ApprovalMessage message) {
        return switch (message) {
            case SlotApprovedV1 m ->
                    "Slot %s approved at revision %d as %s%s%s"
                                    .formatted(
                                            m.slot(),
                                            m.revision(),
                                            m.role(),
                                            standingFor(m.actingFor()),
                                            m.surplus() ? ", in reserve: every place is taken" : "")
                            + said(m.comment());
            case SlotRejectedV1 m ->
                    "Slot %s rejected at revision %d as %s%s"
                                    .formatted(
                                            m.slot(),
                                            m.revision(),
                                            m.role(),
                                            standingFor(m.actingFor()))
                            + (m.veto() ? "" : ", without veto")
                            + said(m.comment());
            case ApprovalWithdrawnV1 m ->
                    "Approval of slot %s withdrawn".formatted(m.slot()) + said(m.reason());
            case ApprovalRevokedV1 m ->
                    "Approval of slot %s by %s revoked".formatted(m.slot(), m.person())
                            + said(m.reason());
            case StageOpenedV1 m -> "Open to approvers now: " + String.join(", ", m.slots());
            case DeploymentRequestFullyApprovedV1 m -> "Fully approved at revision " + m.revision();
            case ApprovalMessage other -> nothing(other);
        };
    }

    private static String deployment(
            String product, String version, String environment, String what) {
        return "Deployment of %s %s to %s %s".formatted(product, version, environment, what);
    }

    private static String standingFor(@Nullable String delegator) {
        return delegator == null ? "" : ", standing for " + delegator;
    }

    private static String said(@Nullable String text) {
        return text == null || text.isBlank() ? "" : ": " + text.strip().replaceAll("\\s+", " ");
    }

    private static String because(@Nullable List<String> changes) {
        return changes == null || changes.isEmpty() ? "" : ": " + String.join("; ", changes);
    }

    private static String nothing(Message message) {
        throw new IllegalArgumentException(
                "not about a deployment request: " + message.getClass().getSimpleName());
    }
}
