package dev.interlock.approval.read.groups;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class GroupsApi {

    private static final String GROUPS =
            """
            SELECT group_id, name,
                   array(SELECT person FROM group_member m WHERE m.group_id = g.group_id
                         ORDER BY person) AS members
            FROM person_group g
            """;

    /**
     * @param members ids of persons
     */
    record Group(String id, String name, List<String> members) {}

    private final JdbcClient jdbc;

    GroupsApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/v1/groups")
    ResponseEntity<Page<Group>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Names.of("groups", limit, cursor);
        return Page.answer(
                jdbc.sql(GROUPS + "WHERE group_id > ? ORDER BY group_id LIMIT ?")
                        .params(window.after(), window.limit() + 1)
                        .query((r, _) -> group(r))
                        .list(),
                window,
                Group::id);
    }

    @GetMapping("/v1/groups/{group}")
    Group one(@PathVariable String group, Caller caller) {
        caller.require(Permission.READ);
        return jdbc.sql(GROUPS + "WHERE group_id = ?")
                .param(group)
                .query((r, _) -> group(r))
                .optional()
                .orElseThrow(() -> Problem.notFound("group " + group));
    }

    private static Group group(ResultSet r) throws SQLException {
        return new Group(
                r.getString("group_id"),
                r.getString("name"),
                List.of((String[]) r.getArray("members").getArray()));
    }
}
