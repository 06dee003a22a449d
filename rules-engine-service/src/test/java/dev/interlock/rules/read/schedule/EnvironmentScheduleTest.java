package dev.interlock.rules.read.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.rules.RuleTerms;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.icalendar.CalendarWriter.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a calendar program shows is what the gate will say. */
class EnvironmentScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String HOLIDAYS =
            """
            BEGIN:VEVENT
            UID:easter
            SUMMARY:Easter
            DTSTART;VALUE=DATE:20260403
            DTEND;VALUE=DATE:20260407
            END:VEVENT
            BEGIN:VEVENT
            UID:days
            DTSTART;VALUE=DATE:20261225
            RRULE:FREQ=YEARLY
            END:VEVENT
            """;
    private static final String WEEKENDS =
            """
            {"deny":[{"start":"2026-01-02T17:00","zone":"Europe/Berlin","end":{"time":"08:00","days_after":3},"rrule":"FREQ=WEEKLY"},
                     {"calendar":"holidays","zone":"Europe/Berlin"}]}""";
    private static final String OFFICE =
            """
            {"allow":[{"start":"2026-01-01T09:00","zone":"Europe/Berlin","end":{"time":"17:00"},"rrule":"FREQ=DAILY"}]}""";

    private static Story story() {
        return new Story()
                .environment("production", "production", "enforce", "prod")
                .environment("staging", "staging", "enforce");
    }

    private static List<Span> spans(Story story, @Nullable String product) {
        var world = story.world();
        Environment environment = Objects.requireNonNull(world.environment("production"));
        return new EnvironmentSchedule(world, environment, product, NOW).spans();
    }

    private static boolean holds(Span span, Instant at) {
        return !at.isBefore(span.start()) && at.isBefore(span.end());
    }

    @Test
    void itIsClosedThereExactlyWhenTheGateSaysSo() {
        var story =
                story().calendar("holidays", HOLIDAYS)
                        .rule("r1", "schedule", WEEKENDS)
                        .rule("r2", "schedule", OFFICE)
                        .freeze(
                                "f1",
                                NOW.minus(Duration.ofHours(1)),
                                NOW.plus(Duration.ofHours(20)),
                                new Scope(List.of(), List.of("prod"), List.of()))
                        .freeze(
                                "f2",
                                Instant.parse("2026-07-01T08:30:00Z"),
                                null,
                                new Scope(List.of("other"), List.of(), List.of()));
        var spans = spans(story, "api");
        var random = new Random(5);
        int open = 0;
        for (int i = 0; i < 3000; i++) {
            var edge = spans.get(random.nextInt(spans.size()));
            var at =
                    i % 2 == 0
                            ? NOW.plusSeconds(random.nextInt(31_000_000))
                            : (random.nextBoolean() ? edge.start() : edge.end())
                                    .minusSeconds(random.nextInt(2));
            if (at.isBefore(NOW) || at.isAfter(NOW.plus(Duration.ofDays(366)))) {
                continue;
            }
            boolean closed = spans.stream().anyMatch(s -> s.closed() && holds(s, at));
            boolean allowed = spans.stream().anyMatch(s -> !s.closed() && holds(s, at));
            var judgement = story.judgeAt(at, "api", "2", "production");
            assertThat(judgement.allowed()).as(at.toString()).isEqualTo(!closed && allowed);
            open += judgement.allowed() ? 1 : 0;
        }
        assertThat(open).isBetween(300, 2700);
    }

    @Test
    void eachIsNamedByItsEventAndItsRule() {
        var story =
                story().calendar("holidays", HOLIDAYS)
                        .rule("r1", "schedule", WEEKENDS)
                        .freeze(
                                "f1",
                                NOW,
                                null,
                                new Scope(List.of(), List.of(), List.of("production")));
        var spans = spans(story, null);
        assertThat(spans).extracting(Span::uid).doesNotHaveDuplicates();
        assertThat(spans)
                .anySatisfy(
                        s -> {
                            assertThat(s.summary()).isEqualTo("Closed: Easter (r1)");
                            assertThat(s.start()).isEqualTo(Instant.parse("2026-04-02T22:00:00Z"));
                            assertThat(s.end()).isEqualTo(Instant.parse("2026-04-06T22:00:00Z"));
                            assertThat(s.description()).contains("Rule r1 (r1), version 1.");
                        })
                .anySatisfy(s -> assertThat(s.summary()).isEqualTo("Closed: days (r1)"))
                .anySatisfy(s -> assertThat(s.summary()).isEqualTo("Closed: r1"))
                .anySatisfy(
                        s -> {
                            assertThat(s.summary()).startsWith("Frozen: incident");
                            assertThat(s.description()).contains("Until it is thawed.");
                            assertThat(s.end()).isEqualTo(NOW.plus(Duration.ofDays(366)));
                        });
        assertThat(spans(story, null)).isEqualTo(spans);
        // the week-end that lasts is shown from when it began
        assertThat(spans.getFirst().start()).isEqualTo(Instant.parse("2026-02-27T16:00:00Z"));
    }

    @Test
    void whatIsNotInForceIsNotShownUntilItIs() {
        var again = Instant.parse("2026-12-24T23:30:00Z");
        var suspended =
                story().calendar("holidays", HOLIDAYS)
                        .rule(
                                "r1",
                                "enforce",
                                "schedule",
                                "{\"deny\":[{\"calendar\":\"holidays\",\"zone\":\"Europe/Berlin\"}]}",
                                new RuleTerms(
                                        List.of(), List.of(), "enforce", again, "moving", null));
        assertThat(spans(suspended, null))
                .singleElement()
                .satisfies(s -> assertThat(s.start()).isEqualTo(again));
        var disabled =
                story().rule("r1", "disabled", "schedule", OFFICE, null)
                        .rule("r2", "report_only", "dr_required", "{}", null);
        assertThat(spans(disabled, null)).isEmpty();
        var exempt =
                story().rule(
                                "r1",
                                "schedule",
                                """
                                {"deny":[{"start":"2026-03-02T09:00","zone":"UTC","duration":"PT2H"}],
                                 "exemptions":[{"product":"api","until":"2026-03-02T10:00:00Z","reason":"r"}]}""");
        assertThat(spans(exempt, "api"))
                .singleElement()
                .satisfies(
                        s ->
                                assertThat(s.start())
                                        .isEqualTo(Instant.parse("2026-03-02T10:00:00Z")));
        assertThat(spans(exempt, "web"))
                .singleElement()
                .satisfies(
                        s ->
                                assertThat(s.start())
                                        .isEqualTo(Instant.parse("2026-03-02T09:00:00Z")));
    }

    @Test
    void whatCannotBeReadIsShownAsClosed() {
        var story =
                story().rule(
                                "r1",
                                "schedule",
                                "{\"deny\":[{\"calendar\":\"gone\",\"zone\":\"UTC\"}]}")
                        .rule("r2", "no_such_kind", "{}");
        assertThat(spans(story, null))
                .allSatisfy(s -> assertThat(s.closed()).isTrue())
                .extracting(Span::summary)
                .containsExactlyInAnyOrder(
                        "Closed: calendar gone does not exist (r1)",
                        "Closed: the rule cannot be read (r2)");
    }

    @Test
    void aRuleThatStopsNothingSaysSo() {
        var story = story().rule("r1", "report_only", "schedule", OFFICE, null);
        assertThat(spans(story, null).getFirst().description()).contains("reported only");
    }
}
