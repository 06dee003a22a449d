package dev.interlock.approval.events;

/** The person is no longer in the group; what was decided meanwhile stays decided. */
public record MemberRemoved(String group, String person) implements GroupEvent {}
