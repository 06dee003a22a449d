package dev.interlock.approval.events;

/** What was said of one version of a product, independent of any deployment request. */
public sealed interface VersionSignOffEvent extends ApprovalServiceEvent
        permits VersionApproved,
                VersionApprovalRevoked,
                VersionRejected,
                VersionRejectionRevoked,
                VersionQuarantined,
                VersionQuarantineEnded {

    /** Stored with each event; never renamed. */
    String ENTITY = "version_sign_offs";

    String product();

    String version();
}
