package dev.interlock.rules.read.rules;

import dev.interlock.edge.Page;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import dev.interlock.rules.domain.RuleContents;
import dev.interlock.rules.domain.WrittenRule.Unwritten;
import dev.interlock.rules.domain.WrittenRule.Written;
import dev.interlock.rules.events.RuleEvent;
import dev.interlock.rules.http.RuleView;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every version of every rule, written with the event itself. */
@Component
final class RuleList implements InlineProjection {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    RuleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "rule_list";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof RuleEvent rule) {
            switch (new Unwritten().evolve(rule)) {
                case Unwritten ignored -> {}
                case Written(var id, var version, var contents) ->
                        jdbc.sql(
                                        "insert into rule_version (rule, version, contents) values"
                                                + " (?, ?, ?)")
                                .params(id, version, json.writeValueAsString(contents))
                                .update();
            }
        }
    }

    @Override
    public void clear() {
        jdbc.sql("delete from rule_version").update();
    }

    /** The newest version of each, by id; one more than the window holds if there are more. */
    List<RuleView> current(Page.Names window) {
        return views(
                """
                select distinct on (rule) * from rule_version where rule > ?
                order by rule, version desc limit ?
                """,
                window.after(),
                window.limit() + 1);
    }

    Optional<RuleView> newest(String rule) {
        return versions(rule, new Page.Window(Long.MAX_VALUE, 1)).stream().findFirst();
    }

    /**
     * Newest first, one more than the window holds if there are more.
     *
     * @param window of versions
     */
    List<RuleView> versions(String rule, Page.Window window) {
        return views(
                """
                select * from rule_version where rule = ? and version < ?
                order by version desc limit ?
                """,
                rule,
                window.before(),
                window.limit() + 1);
    }

    private List<RuleView> views(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query(
                        (row, index) ->
                                RuleView.of(
                                        row.getString("rule"),
                                        row.getInt("version"),
                                        json.readValue(
                                                row.getString("contents"), RuleContents.class)))
                .list();
    }
}
