package dev.interlock.contracts.approval;

/** {@code group.member_removed}; what the person decided as a member stays decided. */
public record MemberRemovedV1(String group, String person) implements ApprovalMessage {}
