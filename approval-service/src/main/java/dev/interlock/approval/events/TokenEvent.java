package dev.interlock.approval.events;

/** The history of one token. */
public sealed interface TokenEvent extends ApprovalServiceEvent permits TokenIssued, TokenRevoked {

    /** Stored with each event; never renamed. */
    String ENTITY = "token";
}
