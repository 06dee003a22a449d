package dev.interlock.rules.read.overrides;

import dev.interlock.edge.Page;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.domain.RequestedOverride.Requested;
import dev.interlock.rules.domain.RequestedOverride.Unrequested;
import dev.interlock.rules.events.OverrideEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every override as it stands, written with the event itself. */
@Component
final class OverrideList implements InlineProjection {

    /**
     * @param position of the event that requested it
     */
    record Row(long position, Requested override) {}

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    OverrideList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "override_list";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof OverrideEvent happened) {
            RequestedOverride before =
                    one(happened.override())
                            .<RequestedOverride>map(Row::override)
                            .orElseGet(Unrequested::new);
            if (before.evolve(happened) instanceof Requested now) {
                write(occurrence.position(), now);
            }
        }
    }

    private void write(long position, Requested override) {
        jdbc.sql(
                        """
                        insert into requested_override (id, position, review_due, contents)
                        values (:id, :position, :review_due, :contents)
                        on conflict (id) do update
                        set review_due = excluded.review_due, contents = excluded.contents
                        """)
                .param("id", override.given().id())
                .param("position", position)
                .param("review_due", override.given().awaitsReview())
                .param("contents", json.writeValueAsString(override))
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from requested_override").update();
    }

    Optional<Row> one(String id) {
        return jdbc.sql("select position, contents from requested_override where id = :id")
                .param("id", id)
                .query((row, _) -> row(row.getLong("position"), row.getString("contents")))
                .optional();
    }

    /**
     * Newest first, one more than the window holds if there are more.
     *
     * @param reviewDue those that somebody has to review, or those that nobody has; null = all
     */
    List<Row> all(Page.Window window, @Nullable Boolean reviewDue) {
        var wanted = reviewDue == null ? "" : " and review_due = :review_due";
        return jdbc.sql(
                        "select position, contents from requested_override where position < :before"
                                + wanted
                                + " order by position desc limit :limit")
                .param("before", window.before())
                .param("review_due", reviewDue)
                .param("limit", window.limit() + 1)
                .query((row, _) -> row(row.getLong("position"), row.getString("contents")))
                .list();
    }

    private Row row(long position, String contents) {
        return new Row(position, json.readValue(contents, Requested.class));
    }
}
