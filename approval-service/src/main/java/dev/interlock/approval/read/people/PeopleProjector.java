package dev.interlock.approval.read.people;

import dev.interlock.approval.domain.RoleScope;
import dev.interlock.approval.events.IdentityBound;
import dev.interlock.approval.events.PersonDeactivated;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.PersonReactivated;
import dev.interlock.approval.events.PersonRegistered;
import dev.interlock.approval.events.RoleGranted;
import dev.interlock.approval.events.RoleRevoked;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
                case RoleGranted granted -> insert(granted);
                case RoleRevoked(var person, var role, var grant) ->
                        jdbc.sql("DELETE FROM person_role WHERE person = ? AND grant_id = ?")
                                .params(person, grant == null ? role : grant)
                                .update();
                case PersonDeactivated(var person) ->
                        deactivated(person, occurrence.time().atOffset(ZoneOffset.UTC));
                case PersonReactivated(var person) -> deactivated(person, null);
                case IdentityBound(var person, var issuer, var subject) ->
                        jdbc.sql(
                                        "INSERT INTO person_identity (issuer, subject, person)"
                                                + " VALUES (?, ?, ?)")
                                .params(issuer, subject, person)
                                .update();
            }
        }
    }

    private void insert(RoleGranted granted) {
        var scope = RoleScope.of(granted.products(), granted.environments());
        jdbc.sql(
                        """
                        INSERT INTO person_role (person, grant_id, role, products, environments)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(
                        granted.person(),
                        Objects.requireNonNullElse(granted.grant(), granted.role()),
                        granted.role(),
                        scope.products().toArray(String[]::new),
                        scope.environments().toArray(String[]::new))
                .update();
    }

    private void deactivated(String person, @Nullable OffsetDateTime at) {
        jdbc.sql("UPDATE person SET deactivated_at = ? WHERE person = ?")
                .param(at)
                .param(person)
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM person_identity").update();
        jdbc.sql("DELETE FROM person_role").update();
        jdbc.sql("DELETE FROM person").update();
    }
}
