package dev.interlock.approval.events;

/** The history of one approval type. */
public sealed interface ApprovalTypeEvent extends ApprovalServiceEvent permits ApprovalTypeDefined {

    /** Stored with each event; never renamed. */
    String ENTITY = "approval_type";
}
