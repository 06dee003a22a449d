package dev.interlock.rules.read.calendars;

import dev.interlock.edge.Page;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.ImportedCalendar.Absent;
import dev.interlock.rules.domain.ImportedCalendar.Present;
import dev.interlock.rules.events.CalendarEvent;
import dev.interlock.rules.http.CalendarView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every version of every calendar, written with the event itself. */
@Component
final class CalendarList implements InlineProjection {

    private static final String SHORT =
            "select v.calendar, v.version, v.size, v.imported_at, v.imported_by"
                    + " from calendar_version v";

    private final JdbcClient jdbc;

    CalendarList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "calendar_list";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof CalendarEvent happened) {
            switch (Absent.EVER.evolve(happened)) {
                case Present present -> write(present);
                case Absent ignored ->
                        jdbc.sql("delete from calendar where name = ?")
                                .param(happened.calendar())
                                .update();
            }
        }
    }

    private void write(Present calendar) {
        jdbc.sql("insert into calendar_version values (?, ?, ?, ?, ?, ?)")
                .params(
                        calendar.name(),
                        calendar.version(),
                        CalendarView.list(calendar.entries()).size(),
                        OffsetDateTime.ofInstant(calendar.at(), ZoneOffset.UTC),
                        calendar.by(),
                        calendar.entries())
                .update();
        jdbc.sql(
                        """
                        insert into calendar (name, version) values (?, ?)
                        on conflict (name) do update set version = excluded.version
                        """)
                .params(calendar.name(), calendar.version())
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from calendar").update();
        jdbc.sql("delete from calendar_version").update();
    }

    /** Without their events; one more than the window holds if there are more. */
    List<CalendarView> current(Page.Names window) {
        return summaries(
                SHORT
                        + " join calendar c on c.name = v.calendar and c.version = v.version"
                        + " where c.name > ? order by c.name limit ?",
                window.after(),
                window.limit() + 1);
    }

    /** Newest first, without their events; one more than the window holds if there are more. */
    List<CalendarView> versions(String name, Page.Window window) {
        return summaries(
                SHORT + " where calendar = ? and version < ? order by version desc limit ?",
                name,
                window.before(),
                window.limit() + 1);
    }

    private List<CalendarView> summaries(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query(
                        (row, _) ->
                                new CalendarView(
                                        row.getString("calendar"),
                                        row.getInt("version"),
                                        row.getInt("size"),
                                        row.getObject("imported_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("imported_by"),
                                        null,
                                        null))
                .list();
    }

    /** If there is such a calendar. */
    Optional<ImportedCalendar> current(String name) {
        return one(
                "select v.* from calendar_version v join calendar c on c.name = v.calendar and"
                        + " c.version = v.version where c.name = ?",
                name);
    }

    /** Whatever has become of the calendar. */
    Optional<ImportedCalendar> version(String name, int version) {
        return one(
                "select * from calendar_version where calendar = ? and version = ?", name, version);
    }

    private Optional<ImportedCalendar> one(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .<ImportedCalendar>query(
                        (row, _) -> {
                            Instant at =
                                    row.getObject("imported_at", OffsetDateTime.class).toInstant();
                            return new Present(
                                    row.getString("calendar"),
                                    row.getInt("version"),
                                    row.getString("entries"),
                                    at,
                                    row.getString("imported_by"));
                        })
                .optional();
    }
}
