package dev.interlock.approval.events;

/** The history of one trust policy. */
public sealed interface TrustPolicyEvent extends ApprovalServiceEvent
        permits TrustPolicyDefined, TrustPolicyRemoved {

    /** Stored with each event; never renamed. */
    String ENTITY = "trust_policy";
}
