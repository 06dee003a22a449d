package dev.interlock.rules.write.importcalendar;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Answer;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.schedule.CalendarName;
import dev.interlock.rules.http.CalendarView;
import dev.interlock.rules.http.CallerCommands;
import dev.interlock.rules.icalendar.CalendarReader;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
final class ImportCalendarApi {

    private static final MediaType CALENDAR = MediaType.valueOf("text/calendar");

    private final CallerCommands commands;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportCalendarApi(CallerCommands commands) {
        this.commands = commands;
    }

    /** Without {@code If-Match} it makes a calendar; with one it replaces the one that is there. */
    @PutMapping("/v1/calendars/{name:[^.]+}")
    ResponseEntity<CalendarView> take(
            @PathVariable String name,
            @RequestBody byte[] body,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.require(Permission.RULE_WRITE);
        if (!isCalendar(type)) {
            throw Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "send text/calendar");
        }
        var expected = EntityTags.expected(ifMatch);
        var folded = CalendarName.of(name);
        if (folded == null) {
            throw Problem.invalid(
                    "/name", "%s (expected: %s)".formatted(name, CalendarName.EXPECTED));
        }
        var read = CalendarReader.read(folded, body);
        Answer<ImportedCalendar> answer =
                commands.send(
                        new ImportCalendar(
                                folded,
                                json.writeValueAsString(read.entries()),
                                ifMatch != null,
                                expected,
                                caller.principal()),
                        caller);
        var view = CalendarView.of(answer.result()).without(read.cancelled());
        return CallerCommands.answer(ifMatch == null ? HttpStatus.CREATED : HttpStatus.OK, answer)
                .location(URI.create("/v1/calendars/" + folded))
                .eTag(String.valueOf(view.version()))
                .body(view);
    }

    private static boolean isCalendar(@Nullable String type) {
        try {
            return type != null && CALENDAR.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
