package dev.interlock.rules.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SPEC 11 and RFC 5545 forbid is refused, naming the field. */
class WindowReaderTest {

    private static final String USUAL =
            "{'start':'2026-01-02T17:00','zone':'Europe/Berlin','end':{'time':'08:00','days_after':3}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY",
                "freq=weekly;byday=fr;wkst=su",
                "FREQ=MONTHLY;BYDAY=1FR",
                "FREQ=HOURLY;INTERVAL=6",
                "FREQ=WEEKLY;UNTIL=20260102T170000",
                "FREQ=WEEKLY;UNTIL=20260102T160000Z",
                "FREQ=YEARLY;BYMONTH=1;BYDAY=FR;BYSETPOS=1",
                "FREQ=DAILY;COUNT=1",
                "COUNT=3;FREQ=DAILY",
            })
    void readsRules(String rrule) {
        assertThat(flawsOf("rrule", rrule)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ",
                "FREQ=",
                "INTERVAL=2",
                "FREQ=FORTNIGHTLY",
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=WEEKLY;",
                "FREQ=WEEKLY; BYDAY=FR",
                "RRULE:FREQ=WEEKLY",
                "FREQ=WEEKLY;FREQ=WEEKLY",
                "FREQ=WEEKLY;BYDAY=FR;BYDAY=FR",
                "FREQ=WEEKLY;COUNT=3;UNTIL=20270101T000000Z",
                "FREQ=WEEKLY;COUNT=0",
                "FREQ=WEEKLY;COUNT=-1",
                "FREQ=WEEKLY;COUNT=99999999999",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;INTERVAL=1.5",
                "FREQ=WEEKLY;BYDAY=0FR",
                "FREQ=WEEKLY;BYDAY=1FR",
                "FREQ=DAILY;BYDAY=1FR",
                "FREQ=MONTHLY;BYDAY=0FR",
                "FREQ=MONTHLY;BYDAY=54FR",
                "FREQ=MONTHLY;BYDAY=FRI",
                "FREQ=WEEKLY;BYDAY=FR,",
                "FREQ=WEEKLY;BYDAY=",
                "FREQ=WEEKLY;BYMONTHDAY=2",
                "FREQ=MONTHLY;BYMONTHDAY=0",
                "FREQ=MONTHLY;BYMONTHDAY=2,32",
                "FREQ=DAILY;BYYEARDAY=2",
                "FREQ=WEEKLY;BYYEARDAY=2",
                "FREQ=MONTHLY;BYYEARDAY=2",
                "FREQ=YEARLY;BYYEARDAY=2,367",
                "FREQ=MONTHLY;BYWEEKNO=1",
                "FREQ=YEARLY;BYWEEKNO=1,54",
                "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1FR",
                "FREQ=DAILY;BYMONTH=1,13",
                "FREQ=DAILY;BYMONTH=-1",
                "FREQ=WEEKLY;BYSETPOS=1",
                "FREQ=WEEKLY;BYDAY=FR;BYSETPOS=0",
                "FREQ=WEEKLY;WKST=XX",
                "FREQ=WEEKLY;BYHOUR=17",
                "FREQ=WEEKLY;BYMINUTE=0",
                "FREQ=WEEKLY;BYSECOND=0",
                "FREQ=WEEKLY;UNTIL=20270101",
                "FREQ=WEEKLY;UNTIL=20270230T000000",
                "FREQ=WEEKLY;UNTIL=2027-01-01T00:00:00Z",
                "FREQ=WEEKLY;UNTIL=20260102T165959",
                "FREQ=WEEKLY;UNTIL=20260102T155959Z",
                "FREQ=WEEKLY;RSCALE=GREGORIAN",
                "FREQ=WEEKLY;SKIP=OMIT",
                "FREQ=WEEKLY;X-MOON=FULL",
                "FREQ=MONTHLY;BYMONTHDAY=002",
                "FREQ=DAILY;BYMONTH=000000001",
                "FREQ=YEARLY;BYWEEKNO=001",
                "FREQ=DA\u0131LY",
            })
    void refusesRules(String rrule) {
        assertThat(flawsOf("rrule", rrule)).containsOnlyKeys("/rrule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;BYDAY=MO",
                "FREQ=MONTHLY;BYMONTHDAY=3",
                "FREQ=YEARLY;BYMONTH=2",
                "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1",
            })
    void theStartMustBeOneOfTheTimes(String rrule) {
        assertThat(flawsOf("rrule", rrule)).containsOnlyKeys("/start");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+01:00",
                "Z",
                "UTC+1",
                "GMT",
                "CET",
                "EST",
                "EST5EDT",
                "Etc/GMT+1",
                "Etc/UTC",
                "SystemV/EST5",
                "europe/berlin",
                "Europe/Bonn",
                "Berlin",
                "utc",
                "",
            })
    void refusesZones(String zone) {
        assertThat(flawsOf("zone", zone)).containsOnlyKeys("/zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Argentina/Buenos_Aires", "Asia/Kolkata"})
    void takesZones(String zone) {
        assertThat(flawsOf("zone", zone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02",
                "2026-02-30T10:00",
                "2026-01-02T24:00",
                "2026-01-02T17:00Z",
                "2026-01-02T17:00+01:00",
                "2026-01-02T17:00:00.5",
                "20260102T170000",
            })
    void refusesStarts(String start) {
        assertThat(flawsOf("start", start)).containsOnlyKeys("/start");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT8H | true",
                "P1DT12H30M | true",
                "P2W | true",
                "P3660D | true",
                "PT1M30S | true",
                "P | false",
                "PT | false",
                "P1DT | false",
                "P0D | false",
                "PT0H | false",
                "P1M | false",
                "P1Y | false",
                "P1W2D | false",
                "PT1H30S | false",
                "P-1D | false",
                "-P1D | false",
                "pt8h | false",
                "PT1.5H | false",
                "P3661D | false",
                "P9999W | false",
                "8h | false",
            })
    void readsDurations(String duration, boolean sound) {
        var window = new TreeMap<>(Drawn.json(USUAL));
        window.remove("end");
        window.put("duration", duration);
        assertThat(Drawn.flaws(window).containsKey("/duration")).isEqualTo(!sound);
        assertThat(Drawn.flaws(window)).hasSize(sound ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'time':'17:00'} | /end",
                "{'time':'08:00','days_after':0} | /end",
                "{'days_after':1} | /end/time",
                "{'time':'24:00','days_after':1} | /end/time",
                "{'time':'8:00','days_after':1} | /end/time",
                "{'time':'08:00','days_after':-1} | /end/days_after",
                "{'time':'08:00','days_after':1.5} | /end/days_after",
                "{'time':'08:00','days_after':'1'} | /end/days_after",
                "{'time':'08:00','days_after':3661} | /end/days_after",
                "{'time':'08:00','days':1} | /end /end/days",
                "7 | /end",
            })
    void refusesEnds(String end, String pointers) {
        assertThat(
                        flawsOf(
                                "end",
                                Objects.requireNonNull(
                                        Drawn.json("{'end':" + end + "}").get("end"))))
                .containsOnlyKeys(pointers.split(" "));
    }

    /** The last of so many leap days is past the end of all calendars. */
    @Test
    void howManyTimesThereAreIsNotCountedToReadARule() {
        var window = new TreeMap<>(Drawn.json(USUAL));
        window.put("start", "2024-02-29T17:00");
        window.put("rrule", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=10000");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (int i = 0; i < 1_000; i++) {
                        assertThat(Drawn.flaws(window)).isEmpty();
                    }
                });
    }

    @Test
    void namesEveryFieldAtOnce() {
        assertThat(
                        Drawn.flaws(
                                "{'rrule':'FREQ=DAILY;BYHOUR=1','exdates':['2026-01-01','soon'],'tz':'UTC'}"))
                .containsOnlyKeys("/start", "/zone", "/end", "/rrule", "/exdates/1", "/tz");
        assertThat(Drawn.flaws("{'start':1,'zone':2,'end':3,'rrule':4,'exdates':5}"))
                .containsOnlyKeys("/start", "/zone", "/end", "/rrule", "/exdates");
        assertThat(Drawn.flaws((Object) "always")).containsOnlyKeys("");
        assertThat(flawsOf("duration", "PT8H")).containsOnlyKeys("/duration");
    }

    private static Map<String, String> flawsOf(String field, Object value) {
        var window = new TreeMap<>(Drawn.json(USUAL));
        window.put(field, value);
        return Drawn.flaws(window);
    }
}
