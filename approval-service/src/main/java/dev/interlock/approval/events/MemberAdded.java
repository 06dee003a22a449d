package dev.interlock.approval.events;

/** The person is in the group from now on. */
public record MemberAdded(String group, String person) implements GroupEvent {}
