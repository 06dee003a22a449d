package dev.interlock.dr.kafka;

import dev.interlock.contracts.Message;
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
import dev.interlock.dr.events.ApprovalsMadeStale;
import dev.interlock.dr.events.BuildReported;
import dev.interlock.dr.events.DeploymentAborted;
import dev.interlock.dr.events.DeploymentAnnounced;
import dev.interlock.dr.events.DeploymentCompleted;
import dev.interlock.dr.events.DeploymentFailed;
import dev.interlock.dr.events.DeploymentLeaseExtended;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.DeploymentRefused;
import dev.interlock.dr.events.DeploymentRolledBack;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.DeploymentTakenOver;
import dev.interlock.dr.events.DrEvent;
import dev.interlock.dr.events.EnvironmentChanged;
import dev.interlock.dr.events.EnvironmentRegistered;
import dev.interlock.dr.events.ProductLabelled;
import dev.interlock.dr.events.ProductRegistered;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestCancelled;
import dev.interlock.dr.events.RequestCompleted;
import dev.interlock.dr.events.RequestDeactivated;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestExpired;
import dev.interlock.dr.events.RequestRejected;
import dev.interlock.dr.events.RequestRevised;
import dev.interlock.dr.events.RequestSuperseded;
import dev.interlock.dr.events.StepCompleted;
import dev.interlock.dr.events.StepUndone;
import dev.interlock.dr.events.TemplateChanged;
import dev.interlock.dr.events.TemplateCreated;
import dev.interlock.dr.events.VersionBound;
import dev.interlock.dr.events.VersionDigestBound;
import dev.interlock.dr.events.VersionRegistered;
import dev.interlock.dr.http.ToldContents;

/** What others hear of each event; names and addresses of people stay here. */
final class DrMessages {

    /** A message under its name of the message catalogue; all are at version 1. */
    record Named(String type, Message message) {}

    private DrMessages() {}

    static Named of(DrEvent event) {
        return switch (event) {
            case EnvironmentRegistered e ->
                    new Named(
                            "environment.registered",
                            new EnvironmentRegisteredV1(
                                    e.environment(),
                                    e.environmentId(),
                                    e.type(),
                                    e.mode(),
                                    e.timeZone(),
                                    e.aliases(),
                                    e.separationOfDuties()));
            case EnvironmentChanged e ->
                    new Named(
                            "environment.changed",
                            new EnvironmentChangedV1(
                                    e.environment(),
                                    e.type(),
                                    e.mode(),
                                    e.timeZone(),
                                    e.aliases(),
                                    e.separationOfDuties()));
            case ProductRegistered(var product, var id) ->
                    new Named("product.registered", new ProductRegisteredV1(product, id));
            case ProductLabelled(var product, var labels) ->
                    new Named("product.labelled", new ProductLabelledV1(product, labels));
            case VersionRegistered(var product, var version, var id) ->
                    new Named("version.registered", new VersionRegisteredV1(product, version, id));
            case VersionDigestBound(var product, var version, var digest) ->
                    new Named(
                            "version.digest_bound",
                            new VersionDigestBoundV1(product, version, digest));
            case VersionBound(var product, var version, var sha) ->
                    new Named("version.bound", new VersionBoundV1(product, version, sha));
            case BuildReported e ->
                    new Named(
                            "build." + e.status(),
                            new BuildReportedV1(
                                    e.buildId(),
                                    e.product(),
                                    e.version(),
                                    e.status(),
                                    e.buildNumber(),
                                    e.scmSha(),
                                    null,
                                    e.buildUrl(),
                                    e.startedAt(),
                                    e.completedAt()));
            case RequestDrafted e ->
                    new Named(
                            "dr.created",
                            new DeploymentRequestCreatedV1(
                                    e.dr(),
                                    e.title(),
                                    e.author(),
                                    e.revision(),
                                    e.contentHash(),
                                    ToldContents.of(e.contents()),
                                    ToldNotes.of(e.notes()).requestExpiresAt(),
                                    ToldNotes.of(e.notes()).plannedAt(),
                                    ToldNotes.of(e.notes()).links(),
                                    ToldNotes.of(e.notes()).labels(),
                                    ToldNotes.template(e.origin()),
                                    ToldNotes.supersedes(e.origin())));
            case RequestEdited e ->
                    new Named(
                            "dr.edited",
                            new DeploymentRequestEditedV1(
                                    e.dr(),
                                    e.title(),
                                    e.editor(),
                                    e.revision(),
                                    e.contentHash(),
                                    ToldContents.of(e.contents()),
                                    e.hashedChange(),
                                    e.slotRevisions(),
                                    ToldNotes.of(e.notes()).requestExpiresAt(),
                                    ToldNotes.of(e.notes()).plannedAt(),
                                    ToldNotes.of(e.notes()).links(),
                                    ToldNotes.of(e.notes()).labels()));
            case StepCompleted e ->
                    new Named(
                            "dr.step_completed",
                            new StepCompletedV1(e.dr(), e.step(), e.by(), e.at()));
            case StepUndone e ->
                    new Named(
                            "dr.step_undone",
                            new StepUndoneV1(e.dr(), e.step(), e.by(), e.reason()));
            case RequestActivated(var dr, var revision, var hash) ->
                    new Named("dr.activated", new DeploymentRequestActivatedV1(dr, revision, hash));
            case ApprovalsMadeStale(var dr, var revision, var hash, var changes) ->
                    new Named(
                            "dr.stale", new DeploymentRequestStaleV1(dr, revision, hash, changes));
            case RequestDeactivated(var dr) ->
                    new Named("dr.deactivated", new DeploymentRequestDeactivatedV1(dr));
            case RequestCancelled(var dr, var reason) ->
                    new Named("dr.cancelled", new DeploymentRequestCancelledV1(dr, reason));
            case RequestRejected(var dr, var slot, var rejection) ->
                    new Named("dr.rejected", new DeploymentRequestRejectedV1(dr, slot, rejection));
            case RequestRevised(var dr, var reviser, var revision, var hash) ->
                    new Named(
                            "dr.revised",
                            new DeploymentRequestRevisedV1(dr, reviser, revision, hash));
            case RequestExpired(var dr, var end, var revision, var missing) ->
                    new Named(
                            "dr.expired",
                            new DeploymentRequestExpiredV1(dr, end, revision, missing));
            case RequestSuperseded e ->
                    new Named(
                            "dr.superseded",
                            new DeploymentRequestSupersededV1(
                                    e.dr(),
                                    e.by(),
                                    e.state(),
                                    e.product(),
                                    e.version(),
                                    e.environment()));
            case RequestCompleted(var dr, var automatic, var reason) ->
                    new Named(
                            "dr.completed",
                            new DeploymentRequestCompletedV1(dr, automatic, reason));
            case TemplateCreated(var template, var author, var outline, _) ->
                    new Named(
                            "template.created",
                            new TemplateCreatedV1(template, outline.name(), 1, author));
            case TemplateChanged(var template, var version, var editor, var outline, _) ->
                    new Named(
                            "template.changed",
                            new TemplateChangedV1(template, outline.name(), version, editor));
            case DeploymentAnnounced e ->
                    new Named(
                            "deployment.pending",
                            new DeploymentPendingV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.laneRevision()));
            case DeploymentStarted e ->
                    new Named(
                            "deployment.started",
                            new DeploymentStartedV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.drs(),
                                    e.decision(),
                                    e.laneRevision(),
                                    e.report().invokeId(),
                                    e.deployer(),
                                    e.leaseUntil()));
            case DeploymentRefused e ->
                    new Named(
                            "deployment.preflight_failed",
                            new DeploymentRefusedV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.decision(),
                                    e.report().invokeId(),
                                    e.deployer()));
            case DeploymentTakenOver e ->
                    new Named(
                            "deployment.taken_over",
                            new DeploymentTakenOverV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.laneRevision(),
                                    e.report().invokeId(),
                                    e.leaseUntil()));
            case DeploymentLeaseExtended e ->
                    new Named(
                            "deployment.lease_extended",
                            new DeploymentLeaseExtendedV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.leaseUntil(),
                                    e.laneRevision()));
            case DeploymentPresumedFailed e ->
                    new Named(
                            "deployment.presumed_failed",
                            new DeploymentPresumedFailedV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.drs(),
                                    e.laneRevision()));
            case DeploymentRolledBack e ->
                    new Named(
                            "deployment.rolled_back",
                            new DeploymentRolledBackV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.restored(),
                                    e.drs(),
                                    e.reason(),
                                    e.laneRevision()));
            case DeploymentCompleted e ->
                    new Named(
                            "deployment.completed",
                            new DeploymentCompletedV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.ungated(),
                                    e.drs(),
                                    e.laneRevision()));
            case DeploymentFailed e ->
                    new Named(
                            "deployment.failed",
                            new DeploymentFailedV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.drs(),
                                    e.laneRevision()));
            case DeploymentAborted e ->
                    new Named(
                            "deployment.aborted",
                            new DeploymentAbortedV1(
                                    e.deploymentId(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.drs(),
                                    e.laneRevision()));
        };
    }
}
