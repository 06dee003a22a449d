package dev.interlock.rules.icalendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.icalendar.CalendarWriter.Span;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.util.CompatibilityHints;
import net.fortuna.ical4j.validate.ValidationEntry;
import org.junit.jupiter.api.Test;

/** What is written is what was read, and what others take for a calendar. */
class CalendarWriterTest {

    private static final Instant AT = Instant.parse("2026-11-20T09:30:00Z");

    private static final String EVERYTHING =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:weekend@example.org
            DTSTART;TZID=Europe/Berlin:20260102T170000
            DTEND;TZID=Europe/Berlin:20260105T080000
            RRULE:FREQ=WEEKLY;UNTIL=20271231T000000Z
            EXDATE;TZID=Europe/Berlin:20260109T170000
            RDATE;TZID=Europe/Berlin:20260501T120000,20260502T120000
            SUMMARY:Quiet\\, please\\; a backslash \\\\ and a rather long line in München that must be folded
            END:VEVENT
            BEGIN:VEVENT
            UID:weekend@example.org
            RECURRENCE-ID;TZID=Europe/Berlin:20260116T170000
            DTSTART;TZID=America/New_York:20260117T170000
            DURATION:PT3H
            END:VEVENT
            BEGIN:VEVENT
            UID:holiday
            DTSTART;VALUE=DATE:20261225
            DTEND;VALUE=DATE:20261227
            RRULE:FREQ=YEARLY;UNTIL=20301225
            EXDATE;VALUE=DATE:20271225
            RDATE;VALUE=DATE:20260501
            END:VEVENT
            BEGIN:VEVENT
            UID:lunch
            DTSTART:20260701T120000
            DTEND:20260701T130000
            END:VEVENT
            BEGIN:VEVENT
            UID:often
            DTSTART:20260701T120000Z
            DURATION:PT5M
            RRULE:FREQ=HOURLY
            EXDATE;VALUE=DATE:20260702
            END:VEVENT
            END:VCALENDAR
            """;

    private static List<Map<String, Object>> read(String text) {
        return CalendarReader.read("team", text.getBytes(StandardCharsets.UTF_8)).entries();
    }

    private static net.fortuna.ical4j.model.Calendar parsed(String text)
            throws IOException, ParserException {
        CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_PARSING, false);
        var calendar = new CalendarBuilder().build(new StringReader(text));
        var result = calendar.validate();
        assertThat(result.getEntries())
                .filteredOn(e -> e.getSeverity() == ValidationEntry.Severity.ERROR)
                .isEmpty();
        return calendar;
    }

    @Test
    void whatWasImportedComesBack() {
        var entries = read(EVERYTHING);
        assertThat(entries).hasSize(5);
        var text = CalendarWriter.imported("team", entries, AT);
        assertThat(read(text)).isEqualTo(entries);
        assertThat(read(CalendarWriter.imported("team", read(text), AT))).isEqualTo(entries);
    }

    @Test
    void anotherProgramReadsTheSameTimes() throws IOException, ParserException {
        var calendar = parsed(CalendarWriter.imported("team", read(EVERYTHING), AT));
        var events = calendar.<VEvent>getComponents(Component.VEVENT);
        assertThat(events).hasSize(5);
        var first = events.getFirst();
        assertThat(requireNonNull(first.getSummary()).getValue())
                .isEqualTo(
                        "Quiet, please; a backslash \\ and a rather long line in München that must"
                                + " be folded");
        ZonedDateTime start = requireNonNull(first.<ZonedDateTime>getDateTimeStart()).getDate();
        assertThat(start.toInstant()).isEqualTo(Instant.parse("2026-01-02T16:00:00Z"));
    }

    @Test
    void noLineIsLongerThanOthersTake() {
        var text = CalendarWriter.imported("team", read(EVERYTHING), AT);
        assertThat(text.split("\r\n"))
                .allSatisfy(
                        line ->
                                assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                        .isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void theZonesAreThereWithTheirChanges() throws IOException, ParserException {
        var calendar = parsed(CalendarWriter.imported("team", read(EVERYTHING), AT));
        var zones = calendar.<VTimeZone>getComponents(Component.VTIMEZONE);
        assertThat(zones)
                .extracting(z -> requireNonNull(z.getTimeZoneId()).getValue())
                .containsExactly("America/New_York", "Europe/Berlin");
        var berlin = zones.get(1);
        for (var time :
                List.of("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", "2027-12-01T12:00:00Z")) {
            var at = Instant.parse(time).atZone(ZoneId.of("Europe/Berlin"));
            var observance = requireNonNull(berlin.getApplicableObservance(at));
            assertThat(requireNonNull(observance.getTimeZoneOffsetTo()).getOffset())
                    .as(time)
                    .isEqualTo(at.getOffset());
        }
    }

    @Test
    void stretchesOfTimeAreEventsOfTheirInstants() throws IOException, ParserException {
        var text =
                CalendarWriter.of(
                        "Deployments: production",
                        "as of now",
                        List.of(
                                new Span(
                                        "u1@interlock",
                                        Instant.parse("2026-12-24T23:00:00Z"),
                                        Instant.parse("2026-12-26T23:00:00Z"),
                                        "Closed: Christmas; all, of it",
                                        "two\nlines",
                                        true)),
                        AT);
        var event = parsed(text).<VEvent>getComponents(Component.VEVENT).getFirst();
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("u1@interlock");
        assertThat(requireNonNull(event.getSummary()).getValue())
                .isEqualTo("Closed: Christmas; all, of it");
        assertThat(requireNonNull(event.getDescription()).getValue()).isEqualTo("two\nlines");
        assertThat(text).contains("DTSTART:20261224T230000Z").contains("DTEND:20261226T230000Z");
    }
}
