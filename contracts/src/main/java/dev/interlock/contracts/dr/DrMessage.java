package dev.interlock.contracts.dr;

import dev.interlock.contracts.Message;

/** Payloads on {@code interlock.dr.v1}. */
public sealed interface DrMessage extends Message
        permits EnvironmentRegisteredV1,
                EnvironmentChangedV1,
                ProductRegisteredV1,
                ProductLabelledV1,
                VersionRegisteredV1,
                VersionBoundV1,
                VersionDigestBoundV1,
                BuildReportedV1,
                DeploymentRequestCreatedV1,
                DeploymentRequestEditedV1,
                DeploymentRequestActivatedV1,
                DeploymentRequestStaleV1,
                DeploymentRequestDeactivatedV1,
                DeploymentRequestCancelledV1,
                DeploymentRequestRejectedV1,
                DeploymentRequestRevisedV1,
                DeploymentRequestExpiredV1,
                DeploymentRequestSupersededV1,
                DeploymentRequestCompletedV1,
                StepCompletedV1,
                StepUndoneV1,
                TemplateCreatedV1,
                TemplateChangedV1,
                DeploymentPendingV1,
                DeploymentPresumedFailedV1,
                DeploymentRolledBackV1,
                DeploymentStartedV1,
                DeploymentRefusedV1,
                DeploymentTakenOverV1,
                DeploymentCompletedV1,
                DeploymentFailedV1,
                DeploymentLeaseExtendedV1,
                DeploymentAbortedV1 {}
