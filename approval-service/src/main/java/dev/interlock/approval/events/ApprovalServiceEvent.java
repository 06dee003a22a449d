package dev.interlock.approval.events;

/** Everything this service can say happened, one sealed branch per kind of entity. */
public sealed interface ApprovalServiceEvent
        permits ApprovalTypeEvent,
                PersonEvent,
                GroupEvent,
                TrustPolicyEvent,
                TokenEvent,
                ApprovalEvent,
                VersionSignOffEvent,
                DelegationEvent {}
