package dev.interlock.approval.read.requestapprovals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could approve, and what people are called. */
@Component
class Approvers {

    private final JdbcClient jdbc;

    Approvers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Roles of an approval type; none if it is not defined. */
    List<String> rolesOf(String type) {
        return jdbc.sql("SELECT unnest(roles) FROM approval_type WHERE type = ?")
                .param(type)
                .query(String.class)
                .list();
    }

    /** Everybody with at least one of the roles, by name. */
    List<PersonName> holding(Collection<String> roles) {
        return jdbc.sql(
                        """
                        SELECT person, name FROM person p
                        WHERE EXISTS (SELECT FROM person_role r
                                      WHERE r.person = p.person AND r.role = ANY (?))
                        ORDER BY name, person
                        """)
                .param(roles.toArray(String[]::new))
                .query((r, _) -> new PersonName(r.getString("person"), r.getString("name")))
                .list();
    }

    /** Names by id. */
    Map<String, String> names(Collection<String> people) {
        return jdbc
                .sql("SELECT person, name FROM person WHERE person = ANY (?)")
                .param(people.toArray(String[]::new))
                .query((r, _) -> Map.entry(r.getString("person"), r.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
