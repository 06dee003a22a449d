package dev.interlock.dr;

import dev.interlock.contracts.Sources;
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
import dev.interlock.eventstore.EventCatalogue;

/** The names this service's events are stored under: promises, never renamed. */
final class DrEventCatalogue {

    private DrEventCatalogue() {}

    static EventCatalogue create() {
        return EventCatalogue.of(Sources.DR)
                .add("environment.registered", 1, EnvironmentRegistered.class)
                .add("environment.changed", 1, EnvironmentChanged.class)
                .add("product.registered", 1, ProductRegistered.class)
                .add("product.labelled", 1, ProductLabelled.class)
                .add("version.registered", 1, VersionRegistered.class)
                .add("version.bound", 1, VersionBound.class)
                .add("version.digest_bound", 1, VersionDigestBound.class)
                .add("build.reported", 1, BuildReported.class)
                .add("dr.drafted", 1, RequestDrafted.class)
                .add("dr.edited", 1, RequestEdited.class)
                .add("dr.step_completed", 1, StepCompleted.class)
                .add("dr.step_undone", 1, StepUndone.class)
                .add("dr.activated", 1, RequestActivated.class)
                .add("dr.approvals_made_stale", 1, ApprovalsMadeStale.class)
                .add("dr.deactivated", 1, RequestDeactivated.class)
                .add("dr.cancelled", 1, RequestCancelled.class)
                .add("dr.rejected", 1, RequestRejected.class)
                .add("dr.revised", 1, RequestRevised.class)
                .add("dr.expired", 1, RequestExpired.class)
                .add("dr.superseded", 1, RequestSuperseded.class)
                .add("dr.completed", 1, RequestCompleted.class)
                .add("template.created", 1, TemplateCreated.class)
                .add("template.changed", 1, TemplateChanged.class)
                .add("deployment.announced", 1, DeploymentAnnounced.class)
                .add("deployment.started", 1, DeploymentStarted.class)
                .add("deployment.refused", 1, DeploymentRefused.class)
                .add("deployment.taken_over", 1, DeploymentTakenOver.class)
                .add("deployment.completed", 1, DeploymentCompleted.class)
                .add("deployment.failed", 1, DeploymentFailed.class)
                .add("deployment.aborted", 1, DeploymentAborted.class)
                .add("deployment.lease_extended", 1, DeploymentLeaseExtended.class)
                .add("deployment.presumed_failed", 1, DeploymentPresumedFailed.class)
                .add("deployment.rolled_back", 1, DeploymentRolledBack.class)
                .build();
    }
}
