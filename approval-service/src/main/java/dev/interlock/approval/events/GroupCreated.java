package dev.interlock.approval.events;

/**
 * A group without members.
 *
 * @param group its id: the name, folded
 * @param name for people
 */
public record GroupCreated(String group, String name) implements GroupEvent {}
