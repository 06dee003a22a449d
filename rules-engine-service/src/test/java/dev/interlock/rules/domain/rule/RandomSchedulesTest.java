package dev.interlock.rules.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.Story;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random schedules at random instants: what the rule says is what a reference says that walks
 * through the days one by one, and it passes exactly at the instant it names.
 */
class RandomSchedulesTest {

    private static final List<String> ZONES =
            List.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "UTC",
                    "Asia/Kolkata");
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    private final Random random = new Random(423);

    /** Half-open. */
    private record Span(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    private record Drawn(String json, List<Span> spans) {}

    @Test
    void agreesWithTheReferenceAndPassesAtUntilAndNotBefore() {
        int failures = 0;
        int ends = 0;
        for (int round = 0; round < 150; round++) {
            var deny = draw(random.nextInt(3), true);
            var allow = draw(random.nextInt(3), false);
            var pooled = draw(random.nextInt(2), false);
            if (deny.isEmpty() && allow.isEmpty()) {
                continue;
            }
            var story =
                    Asked.with(
                            "schedule",
                            "{'deny':%s,'allow':%s}".formatted(json(deny), json(allow)));
            if (!pooled.isEmpty()) {
                story.rule(
                        "r2",
                        "schedule",
                        "{'allow':%s}".formatted(json(pooled)).replace('\'', '"'));
            }
            var denied = spans(deny);
            var allowed = spans(allow);
            allowed.addAll(spans(pooled));
            Predicate<Instant> passes =
                    at ->
                            denied.stream().noneMatch(s -> s.holds(at))
                                    && (allow.isEmpty()
                                            || allowed.stream().anyMatch(s -> s.holds(at)));
            for (int i = 0; i < 12; i++) {
                var at = instant(denied, allowed);
                var finding = Asked.finding(story, at);
                assertThat(finding.outcome() == Outcome.PASSED)
                        .as("%s and %s at %s: %s", json(deny), json(allow), at, finding.message())
                        .isEqualTo(passes.test(at));
                if (finding.outcome() == Outcome.PASSED) {
                    continue;
                }
                failures++;
                var until = finding.nextEvaluationTime();
                var expected = firstPass(at, denied, allowed, passes);
                assertThat(until).as("%s at %s", json(deny) + json(allow), at).isEqualTo(expected);
                if (until != null) {
                    ends++;
                    assertThat(outcome(story, until)).isEqualTo(Outcome.PASSED);
                    assertThat(outcome(story, until.minusSeconds(1))).isEqualTo(Outcome.FAILED);
                }
            }
        }
        assertThat(failures).isGreaterThan(400);
        assertThat(ends).isGreaterThan(300);
    }

    private static Outcome outcome(Story story, Instant at) {
        return Asked.finding(story, at).outcome();
    }

    /** It can only begin to pass where something begins or ends. */
    private static @Nullable Instant firstPass(
            Instant now, List<Span> denied, List<Span> allowed, Predicate<Instant> passes) {
        var candidates = new ArrayList<Instant>();
        denied.forEach(s -> candidates.add(s.to()));
        allowed.forEach(s -> candidates.add(s.from()));
        return candidates.stream()
                .filter(at -> at.isAfter(now) && !at.isAfter(now.plus(Duration.ofDays(366))))
                .sorted()
                .filter(passes)
                .findFirst()
                .orElse(null);
    }

    /** In 2026, more often than not a second around where something begins or ends. */
    private Instant instant(List<Span> denied, List<Span> allowed) {
        var edges = new ArrayList<Instant>();
        denied.forEach(s -> edges.addAll(List.of(s.from(), s.to())));
        allowed.forEach(s -> edges.addAll(List.of(s.from(), s.to())));
        edges.removeIf(at -> at.isBefore(Instant.parse("2026-01-01T00:00:00Z")));
        edges.removeIf(at -> at.isAfter(Instant.parse("2026-12-01T00:00:00Z")));
        if (edges.isEmpty() || random.nextInt(4) == 0) {
            return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(28_000_000));
        }
        return edges.get(random.nextInt(edges.size())).plusSeconds(random.nextInt(3) - 1);
    }

    private List<Drawn> draw(int count, boolean deny) {
        var all = new ArrayList<Drawn>();
        for (int i = 0; i < count; i++) {
            all.add(draw(deny));
        }
        return all;
    }

    private Drawn draw(boolean deny) {
        var zone = ZONES.get(random.nextInt(ZONES.size()));
        var date = FIRST.plusDays(random.nextInt(200));
        var start = date.atTime(LocalTime.of(random.nextInt(4), 15 * random.nextInt(4)));
        int step = 1 + random.nextInt(3);
        var kind = random.nextInt(5);
        var rule =
                switch (kind) {
                    case 0 -> "FREQ=DAILY;INTERVAL=" + step;
                    case 1 -> "FREQ=WEEKLY;INTERVAL=" + step;
                    case 2 -> "FREQ=MONTHLY;BYMONTHDAY=" + date.getDayOfMonth();
                    case 3 -> "FREQ=WEEKLY;BYDAY=SU," + two(date.getDayOfWeek());
                    default -> "";
                };
        Predicate<LocalDate> occurs =
                switch (kind) {
                    case 0 -> d -> ChronoUnit.DAYS.between(date, d) % step == 0;
                    case 1 -> d -> ChronoUnit.DAYS.between(date, d) % (7L * step) == 0;
                    case 2 -> d -> d.getDayOfMonth() == date.getDayOfMonth();
                    case 3 ->
                            d ->
                                    d.getDayOfWeek() == DayOfWeek.SUNDAY
                                            || d.getDayOfWeek() == date.getDayOfWeek();
                    default -> date::equals;
                };
        var without =
                date.plusDays(7L * random.nextInt(30)).with(TemporalAdjusters.firstDayOfMonth());
        int days = random.nextInt(3);
        boolean lasting = random.nextBoolean();
        var end = LocalTime.of(4 + random.nextInt(8), 30);
        int hours = 1 + random.nextInt(30);
        var json =
                "{'start':'%s','zone':'%s',%s%s,'exdates':['%s']}"
                        .formatted(
                                start,
                                zone,
                                lasting
                                        ? "'duration':'P%dDT%dH'".formatted(days, hours)
                                        : "'end':{'time':'%s','days_after':%d}"
                                                .formatted(end, days),
                                rule.isEmpty() ? "" : ",'rrule':'" + rule + "'",
                                without);
        var spans = new ArrayList<Span>();
        var id = ZoneId.of(zone);
        for (var day = date; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (!occurs.test(day) || day.equals(without)) {
                continue;
            }
            var from = real(day.atTime(start.toLocalTime()), id, deny);
            Instant to;
            if (lasting) {
                var actual = LocalDateTime.ofInstant(from, id).plusDays(days);
                to = (days == 0 ? from : real(actual, id, !deny)).plus(Duration.ofHours(hours));
            } else {
                to = real(day.plusDays(days).atTime(end), id, !deny);
            }
            if (from.isBefore(to)) {
                spans.add(new Span(from, to));
            }
        }
        return new Drawn(json, spans);
    }

    /** By the offsets that are valid there: none in a gap, two in an overlap. */
    private static Instant real(LocalDateTime local, ZoneId zone, boolean earlier) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return local.toInstant(zone.getRules().getTransition(local).getOffsetBefore());
        }
        return offsets.stream()
                .map(local::toInstant)
                .reduce((a, b) -> a.isBefore(b) == earlier ? a : b)
                .orElseThrow();
    }

    private static List<Span> spans(List<Drawn> windows) {
        var all = new ArrayList<Span>();
        windows.forEach(w -> all.addAll(w.spans()));
        return all;
    }

    private static String json(List<Drawn> windows) {
        return "[" + String.join(",", windows.stream().map(Drawn::json).toList()) + "]";
    }

    private static String two(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
