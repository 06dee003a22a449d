package dev.interlock.approval.read.groups;

import dev.interlock.approval.events.GroupCreated;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.approval.events.MemberAdded;
import dev.interlock.approval.events.MemberRemoved;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GroupsProjector implements InlineProjection {

    private final JdbcClient jdbc;

    GroupsProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof GroupEvent groupEvent) {
            switch (groupEvent) {
                case GroupCreated(var group, var name) ->
                        jdbc.sql("INSERT INTO person_group (group_id, name) VALUES (?, ?)")
                                .params(group, name)
                                .update();
                case MemberAdded(var group, var person) ->
                        jdbc.sql(
                                        "INSERT INTO group_member (group_id, person) VALUES (?, ?)"
                                                + " ON CONFLICT DO NOTHING")
                                .params(group, person)
                                .update();
                case MemberRemoved(var group, var person) ->
                        jdbc.sql("DELETE FROM group_member WHERE group_id = ? AND person = ?")
                                .params(group, person)
                                .update();
            }
        }
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM group_member").update();
        jdbc.sql("DELETE FROM person_group").update();
    }
}
