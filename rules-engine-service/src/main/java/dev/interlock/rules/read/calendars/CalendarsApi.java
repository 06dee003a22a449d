package dev.interlock.rules.read.calendars;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.http.CalendarView;
import dev.interlock.rules.http.KnownCalendars;
import dev.interlock.rules.icalendar.CalendarWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CalendarsApi {

    private final CalendarList calendars;

    CalendarsApi(CalendarList calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/v1/calendars")
    ResponseEntity<Page<CalendarView>> all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Names.of("calendars", limit, cursor);
        return Page.answer(calendars.current(window), window, CalendarView::name);
    }

    @GetMapping("/v1/calendars/{name:[^.]+}")
    ResponseEntity<CalendarView> one(@PathVariable String name, Caller caller) {
        caller.require(Permission.READ);
        return answer(current(name));
    }

    /** For calendar programs: the same events, in their own language. */
    @GetMapping("/v1/calendars/{name:[^.]+}.ics")
    ResponseEntity<String> text(@PathVariable String name, Caller caller) {
        caller.require(Permission.READ);
        var view = CalendarView.of(current(name));
        return ResponseEntity.ok()
                .eTag(String.valueOf(view.version()))
                .header("Content-Type", "text/calendar;charset=utf-8")
                .body(
                        CalendarWriter.imported(
                                view.name(),
                                Objects.requireNonNull(view.events()),
                                view.importedAt()));
    }

    /** Newest first. */
    @GetMapping("/v1/calendars/{name:[^.]+}/versions")
    ResponseEntity<Page<CalendarView>> versions(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Window.of(limit, cursor);
        var folded = KnownCalendars.named(name);
        if (calendars.versions(folded, new Page.Window(Long.MAX_VALUE, 1)).isEmpty()) {
            throw Problem.notFound("calendar " + name);
        }
        return Page.answer(calendars.versions(folded, window), window, CalendarView::version);
    }

    /** Versions do not change, so a decision that names one can be looked into for ever. */
    @GetMapping("/v1/calendars/{name:[^.]+}/versions/{version}")
    ResponseEntity<CalendarView> version(
            @PathVariable String name, @PathVariable String version, Caller caller) {
        caller.require(Permission.READ);
        var folded = KnownCalendars.named(name);
        return answer(
                (version.matches("\\d{1,9}")
                                ? calendars.version(folded, Integer.parseInt(version))
                                : java.util.Optional.<ImportedCalendar>empty())
                        .orElseThrow(
                                () ->
                                        Problem.notFound(
                                                "version %s of calendar %s"
                                                        .formatted(version, name))));
    }

    private ImportedCalendar current(String name) {
        return calendars
                .current(KnownCalendars.named(name))
                .orElseThrow(() -> Problem.notFound("calendar " + name));
    }

    private static ResponseEntity<CalendarView> answer(ImportedCalendar calendar) {
        var view = CalendarView.of(calendar);
        return ResponseEntity.ok().eTag(String.valueOf(view.version())).body(view);
    }
}
