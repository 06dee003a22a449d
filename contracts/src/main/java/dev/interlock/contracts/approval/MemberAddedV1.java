package dev.interlock.contracts.approval;

/** {@code group.member_added}. */
public record MemberAddedV1(String group, String person) implements ApprovalMessage {}
