package dev.interlock.approval.read.people;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class PeopleApi {

    private static final String PEOPLE =
            "SELECT person, name, email, deactivated_at IS NULL AS active FROM person p ";

    /** Nobody is ever deleted: whoever a page ended with is found again. */
    private static final String BY_NAME =
            """
            WHERE :after = '' OR (name, person) > (
                SELECT name, person FROM person WHERE person = :after)
            ORDER BY name, person LIMIT :limit
            """;

    private static final String GRANTS =
            "SELECT person, grant_id, role, products, environments FROM person_role p ";

    /**
     * @param id what revoking names: the role, for one that holds everywhere
     * @param products where it holds; none = for all
     * @param environments where it holds; none = in all
     */
    record Grant(String id, String role, List<String> products, List<String> environments) {}

    /**
     * @param email null also for callers who do not administer people
     * @param active false while the person cannot sign in
     * @param roles wherever they hold, each once
     */
    record Person(
            String id,
            String name,
            @Nullable String email,
            boolean active,
            List<String> roles,
            List<Grant> grants) {}

    private final JdbcClient jdbc;

    PeopleApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/v1/people")
    ResponseEntity<Page<Person>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        boolean emails = caller.may(Permission.PEOPLE_WRITE);
        var window = Page.Names.of("people", limit, cursor);
        var grants =
                grants(
                        page(
                                GRANTS
                                        + "WHERE person IN (SELECT person FROM person "
                                        + BY_NAME
                                        + ") ORDER BY role, grant_id",
                                window));
        return Page.answer(
                page(PEOPLE + BY_NAME, window).query((r, _) -> person(r, emails, grants)).list(),
                window,
                Person::id);
    }

    private JdbcClient.StatementSpec page(String sql, Page.Names window) {
        return jdbc.sql(sql).param("after", window.after()).param("limit", window.limit() + 1);
    }

    @GetMapping("/v1/people/{person}")
    Person one(@PathVariable String person, Caller caller) {
        caller.require(Permission.READ);
        boolean emails = caller.may(Permission.PEOPLE_WRITE);
        var grants =
                grants(jdbc.sql(GRANTS + "WHERE person = ? ORDER BY role, grant_id").param(person));
        return jdbc.sql(PEOPLE + "WHERE person = ?")
                .param(person)
                .query((r, _) -> person(r, emails, grants))
                .optional()
                .orElseThrow(() -> Problem.notFound("person " + person));
    }

    private static Map<String, List<Grant>> grants(JdbcClient.StatementSpec query) {
        var grants = new HashMap<String, List<Grant>>();
        query.query(
                r -> {
                    grants.computeIfAbsent(r.getString("person"), _ -> new ArrayList<>())
                            .add(
                                    new Grant(
                                            r.getString("grant_id"),
                                            r.getString("role"),
                                            strings(r, "products"),
                                            strings(r, "environments")));
                });
        return grants;
    }

    private static Person person(ResultSet r, boolean emails, Map<String, List<Grant>> grants)
            throws SQLException {
        var id = r.getString("person");
        var held = grants.getOrDefault(id, List.of());
        return new Person(
                id,
                r.getString("name"),
                emails ? r.getString("email") : null,
                r.getBoolean("active"),
                held.stream().map(Grant::role).distinct().toList(),
                held);
    }

    private static List<String> strings(ResultSet r, String column) throws SQLException {
        return List.of((String[]) r.getArray(column).getArray());
    }
}
