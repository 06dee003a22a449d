package dev.interlock.approval.read.people;

import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.PersonRegistered;
import dev.interlock.approval.events.RoleGranted;
import dev.interlock.approval.events.RoleRevoked;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PeopleProjector implements InlineProjection {

    private final JdbcClient jdbc;

    PeopleProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof PersonEvent personEvent) {
            switch (personEvent) {
                case PersonRegistered(var person, var name, var email) ->
                        jdbc.sql(
                                        "INSERT INTO person (person, name, email, registered_at)"
                                                + " VALUES (?, ?, ?, ?)")
                                .param(person)
                                .param(name)
                                .param(email)
                                .param(occurrence.time().atOffset(ZoneOffset.UTC))
                                .update();
                case RoleGranted(var person, var role) ->
                        jdbc.sql(
                                        "INSERT INTO person_role (person, role) VALUES (?, ?)"
                                                + " ON CONFLICT DO NOTHING")
                                .params(person, role)
                                .update();
                case RoleRevoked(var person, var role) ->
                        jdbc.sql("DELETE FROM person_role WHERE person = ? AND role = ?")
                                .params(person, role)
                                .update();
            }
        }
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM person_role").update();
        jdbc.sql("DELETE FROM person").update();
    }
}
