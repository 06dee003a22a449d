package dev.interlock.approval.read.people;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class PeopleApi {

    private static final String PEOPLE =
            """
            SELECT person, name, email,
                   array(SELECT role FROM person_role r WHERE r.person = p.person ORDER BY role)
                       AS roles
            FROM person p
            """;

    /**
     * @param email null also for callers who do not administer people
     */
    record Person(String id, String name, @Nullable String email, List<String> roles) {}

    record People(List<Person> people) {}

    private final JdbcClient jdbc;

    PeopleApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/v1/people")
    People list(Caller caller) {
        caller.require(Permission.READ);
        boolean emails = caller.may(Permission.PEOPLE_WRITE);
        return new People(
                jdbc.sql(PEOPLE + "ORDER BY name, person")
                        .query((r, _) -> person(r, emails))
                        .list());
    }

    @GetMapping("/v1/people/{person}")
    Person one(@PathVariable String person, Caller caller) {
        caller.require(Permission.READ);
        boolean emails = caller.may(Permission.PEOPLE_WRITE);
        return jdbc.sql(PEOPLE + "WHERE person = ?")
                .param(person)
                .query((r, _) -> person(r, emails))
                .optional()
                .orElseThrow(() -> Problem.notFound("person " + person));
    }

    private static Person person(ResultSet r, boolean emails) throws SQLException {
        return new Person(
                r.getString("person"),
                r.getString("name"),
                emails ? r.getString("email") : null,
                List.of((String[]) r.getArray("roles").getArray()));
    }
}
