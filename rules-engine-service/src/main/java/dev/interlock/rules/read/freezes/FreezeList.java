package dev.interlock.rules.read.freezes;

import dev.interlock.edge.Page;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.DeclaredFreeze.Declared;
import dev.interlock.rules.domain.DeclaredFreeze.Undeclared;
import dev.interlock.rules.events.FreezeEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every freeze as it stands, written with the event itself. */
@Component
final class FreezeList implements InlineProjection {

    /**
     * @param position of the event that activated it
     */
    record Row(long position, Declared freeze) {}

    private static final String ACTIVE =
            "starts_at <= :now and (ends_at is null or ends_at > :now)";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    FreezeList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "freeze_list";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof FreezeEvent happened) {
            DeclaredFreeze before =
                    one(happened.freeze())
                            .<DeclaredFreeze>map(Row::freeze)
                            .orElseGet(Undeclared::new);
            if (before.evolve(happened) instanceof Declared now) {
                write(occurrence.position(), now);
            }
        }
    }

    private void write(long position, Declared declared) {
        var freeze = declared.freeze();
        jdbc.sql(
                        """
                        insert into declared_freeze (id, position, starts_at, ends_at, contents)
                        values (:id, :position, :starts_at, :ends_at, :contents)
                        on conflict (id) do update
                        set ends_at = excluded.ends_at, contents = excluded.contents
                        """)
                .param("id", freeze.id())
                .param("position", position)
                .param("starts_at", time(freeze.startsAt()))
                .param("ends_at", time(freeze.end()))
                .param("contents", json.writeValueAsString(declared))
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from declared_freeze").update();
    }

    Optional<Row> one(String id) {
        return jdbc.sql("select position, contents from declared_freeze where id = :id")
                .param("id", id)
                .query((row, _) -> row(row.getLong("position"), row.getString("contents")))
                .optional();
    }

    /**
     * Newest first, one more than the window holds if there are more.
     *
     * @param active those that stop deployments at {@code now}, or those that do not; null = all
     */
    List<Row> all(Page.Window window, @Nullable Boolean active, Instant now) {
        var wanted = active == null ? "" : " and (" + ACTIVE + ") = :active";
        return jdbc.sql(
                        "select position, contents from declared_freeze where position < :before"
                                + wanted
                                + " order by position desc limit :limit")
                .param("before", window.before())
                .param("active", active)
                .param("now", time(now))
                .param("limit", window.limit() + 1)
                .query((row, _) -> row(row.getLong("position"), row.getString("contents")))
                .list();
    }

    private Row row(long position, String contents) {
        return new Row(position, json.readValue(contents, Declared.class));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
