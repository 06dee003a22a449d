package dev.interlock.approval.events;

/** The history of one person. */
public sealed interface PersonEvent extends ApprovalServiceEvent
        permits PersonRegistered,
                RoleGranted,
                RoleRevoked,
                PersonDeactivated,
                PersonReactivated,
                IdentityBound {

    /** Stored with each event; never renamed. */
    String ENTITY = "person";
}
