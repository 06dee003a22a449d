package dev.interlock.approval.events;

/** The history of one delegation. */
public sealed interface DelegationEvent extends ApprovalServiceEvent
        permits DelegationGiven, DelegationEnded {

    /** Stored with each event; never renamed. */
    String ENTITY = "delegation";
}
