package dev.interlock.approval.domain;

import dev.interlock.approval.events.GroupCreated;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.approval.events.MemberAdded;
import dev.interlock.approval.events.MemberRemoved;
import java.util.Set;
import java.util.TreeSet;

/** Some people under one name, of whom a slot may want one. */
public sealed interface Group {

    record Unknown() implements Group {}

    /**
     * @param id the name, folded
     * @param members ids of persons
     */
    record Existing(String id, String name, Set<String> members) implements Group {}

    default Group evolve(GroupEvent event) {
        return switch (event) {
            case GroupCreated(var id, var name) -> new Existing(id, name, Set.of());
            case MemberAdded(_, var person) -> with(person, true);
            case MemberRemoved(_, var person) -> with(person, false);
        };
    }

    private Group with(String person, boolean in) {
        return switch (this) {
            case Unknown unknown -> unknown;
            case Existing(var id, var name, var before) -> {
                var members = new TreeSet<>(before);
                if (in) {
                    members.add(person);
                } else {
                    members.remove(person);
                }
                yield new Existing(id, name, Set.copyOf(members));
            }
        };
    }
}
