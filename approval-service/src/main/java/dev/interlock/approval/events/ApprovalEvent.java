package dev.interlock.approval.events;

/** The history of the decisions on one deployment request. */
public sealed interface ApprovalEvent extends ApprovalServiceEvent
        permits SlotApproved,
                RequestFullyApproved,
                StageOpened,
                SlotRejected,
                ApprovalWithdrawn,
                ApprovalRevoked {

    /** Stored with each event; never renamed. */
    String ENTITY = "request_approvals";
}
