package dev.interlock.approval.events;

/** The history of one group of people. */
public sealed interface GroupEvent extends ApprovalServiceEvent
        permits GroupCreated, MemberAdded, MemberRemoved {

    /** Stored with each event; never renamed. */
    String ENTITY = "group";
}
