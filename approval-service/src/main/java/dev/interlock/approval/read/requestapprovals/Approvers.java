package dev.interlock.approval.read.requestapprovals;

import dev.interlock.approval.domain.Place;
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

    /**
     * Everybody who can sign in and holds at least one of the roles for all of the places, by name;
     * without any place, everywhere.
     */
    List<PersonName> holding(Collection<String> roles, Collection<Place> places) {
        return jdbc.sql(
                        """
                        SELECT person, name FROM person p
                        WHERE deactivated_at IS NULL AND EXISTS (
                            SELECT FROM unnest(:roles) AS wanted(role)
                            WHERE EXISTS (SELECT FROM person_role r
                                          WHERE r.person = p.person AND r.role = wanted.role
                                            AND (cardinality(:products) > 0
                                                 OR r.products = '{}' AND r.environments = '{}'))
                              AND NOT EXISTS (
                                SELECT FROM unnest(:products, :environments) AS at(product, env)
                                WHERE NOT EXISTS (
                                    SELECT FROM person_role r
                                    WHERE r.person = p.person AND r.role = wanted.role
                                      AND (r.products = '{}' OR at.product = ANY (r.products))
                                      AND (r.environments = '{}'
                                           OR at.env = ANY (r.environments)))))
                        ORDER BY name, person
                        """)
                .param("roles", roles.toArray(String[]::new))
                .param("products", places.stream().map(Place::product).toArray(String[]::new))
                .param(
                        "environments",
                        places.stream().map(Place::environment).toArray(String[]::new))
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
