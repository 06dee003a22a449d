package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.Story.NOW;
import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.DrContents.Step;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.domain.gate.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every kind of rule, over random facts: at the time that an answer names it is otherwise, one
 * second earlier it is not; and where it names none, waiting does not help. Failures name their
 * kind and seed.
 */
class TrustedTimesTest {

    private static final int ROUNDS = 120;

    /** Seeds that are close to each other begin alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final Duration YEAR = Duration.ofDays(366);
    private static final List<String> VERSIONS = List.of("1", "2", "3");
    private static final List<String> PLACES = List.of("test", "staging", "production");

    /** Of these a failure may name a time by which it passes. */
    private static final List<String> BY_WAITING = List.of("cooldown", "quota", "schedule", "soak");

    private static Stream<String> kinds() {
        return RuleKind.READERS.keySet().stream().sorted();
    }

    private final Random random = new Random();

    @ParameterizedTest
    @MethodSource("kinds")
    void atTheTimeThatIsNamedItIsOtherwiseAndNotASecondEarlier(String kind) {
        var said = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            random.setSeed(SPREAD * (kind.hashCode() + round));
            var story = story();
            story.rule("r1", kind, options(kind));
            for (int i = 0; i < 6; i++) {
                var at = instant(story);
                var seed = "%s round %d at %s".formatted(kind, round, at);
                var finding = finding(story, at);
                var until = finding.nextEvaluationTime();
                said.merge(finding.outcome() + (until == null ? "" : " until"), 1, Integer::sum);
                if (until != null) {
                    assertThat(until).as(seed).isAfter(at);
                    var before = until.minusSeconds(1).isBefore(at) ? at : until.minusSeconds(1);
                    assertThat(outcome(story, before)).as(seed).isEqualTo(finding.outcome());
                    assertThat(outcome(story, until))
                            .as("%s until %s", seed, until)
                            .isEqualTo(other(finding.outcome()));
                } else if (finding.outcome() != Outcome.PASSED && !kind.equals("expression")) {
                    for (var later : later(story, at)) {
                        assertThat(outcome(story, later))
                                .as("%s: %s later, at %s", seed, finding.message(), later)
                                .isNotEqualTo(Outcome.PASSED);
                    }
                }
            }
        }
        assertThat(said.get("PASSED") != null || said.get("PASSED until") != null)
                .as("%s said %s", kind, said)
                .isTrue();
        assertThat(said.keySet()).as(kind).anyMatch(outcome -> !outcome.startsWith("PASSED"));
        assertThat(said.containsKey("FAILED until"))
                .as("%s said %s", kind, said)
                .isEqualTo(BY_WAITING.contains(kind));
    }

    @Test
    void waitingIsAdvisedExactlyUntilEverythingPassesTogether() {
        int advised = 0;
        int never = 0;
        var kinds = kinds().toList();
        for (int round = 0; round < 800; round++) {
            random.setSeed(SPREAD * (round + 1));
            var story = story();
            for (int i = 0; i <= random.nextInt(3); i++) {
                var kind = any(random.nextInt(3) == 0 ? kinds : BY_WAITING);
                story.rule("r" + i, kind, options(kind));
            }
            if (random.nextInt(3) == 0) {
                var begin = NOW.minusSeconds(random.nextInt(80_000));
                story.freeze(
                        "f1",
                        begin,
                        begin.plusSeconds(1 + random.nextInt(200_000)),
                        new Scope(List.of(), List.of(), List.of()));
            }
            var at = instant(story);
            var judgement = judge(story, at);
            if (judgement.allowed()) {
                continue;
            }
            var then = judgement.retryAfter();
            var seed = "round %d at %s: %s".formatted(round, at, judgement.message());
            if (then == null) {
                boolean unknown =
                        judgement.findings().stream()
                                .anyMatch(f -> f.rule() != null && f.code().equals("POLICY_ERROR"));
                for (var later : unknown ? List.<Instant>of() : later(story, at)) {
                    assertThat(judge(story, later).allowed())
                            .as("%s later, at %s", seed, later)
                            .isFalse();
                }
                never++;
                continue;
            }
            advised++;
            assertThat(then).as(seed).isAfter(at);
            assertThat(judge(story, then).allowed()).as("%s then %s", seed, then).isTrue();
            for (var before : between(at, then)) {
                assertThat(judge(story, before).allowed())
                        .as("%s, before %s at %s", seed, then, before)
                        .isFalse();
            }
        }
        assertThat(advised).isGreaterThan(60);
        assertThat(never).isGreaterThan(60);
    }

    private static Judgement judge(Story story, Instant at) {
        return story.judgeAt(at, "api", "2", "production");
    }

    private static Finding finding(Story story, Instant at) {
        return Asked.ofRule(judge(story, at));
    }

    /** An error is a failure, too. */
    private static Outcome outcome(Story story, Instant at) {
        return finding(story, at).outcome();
    }

    private static Outcome other(Outcome outcome) {
        return outcome == Outcome.PASSED ? Outcome.FAILED : Outcome.PASSED;
    }

    /** From the last thing that happened on, often about when something ends. */
    private Instant instant(Story story) {
        var first = story.told().getLast().envelope().time();
        var begin = first.isAfter(NOW) ? first : NOW;
        return random.nextBoolean()
                ? begin.plusSeconds(random.nextInt(200) * 900L + random.nextInt(3) - 1)
                        .plusSeconds(1)
                : begin.plusSeconds(random.nextInt(1_000_000));
    }

    /** Within the year after, and about where what is counted in quarters of an hour ends. */
    private List<Instant> later(Story story, Instant at) {
        var times = new ArrayList<Instant>();
        for (int i = 0; i < 12; i++) {
            times.add(at.plusSeconds(random.nextLong(YEAR.toSeconds())));
        }
        var told = story.told().get(random.nextInt(story.told().size())).envelope().time();
        for (int quarters = 1; quarters < 200; quarters += 1 + random.nextInt(40)) {
            var edge = told.plusSeconds(quarters * 900L);
            if (edge.isAfter(at)) {
                times.add(edge);
            }
        }
        return times;
    }

    private List<Instant> between(Instant at, Instant then) {
        var times = new TreeSet<Instant>(List.of(at));
        long seconds = Duration.between(at, then).toSeconds();
        times.add(then.minusSeconds(1).isBefore(at) ? at : then.minusSeconds(1));
        for (int i = 0; i < 10 && seconds > 1; i++) {
            times.add(at.plusSeconds(random.nextLong(seconds)));
        }
        return List.copyOf(times);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String minutes() {
        return "PT%dM".formatted(15 * (1 + random.nextInt(200)));
    }

    private String options(String kind) {
        return switch (kind) {
            case "concurrency" ->
                    "{\"maximum\":%d,\"per\":\"%s\"}"
                            .formatted(
                                    1 + random.nextInt(2),
                                    any(List.of("environment", "product", "rule")));
            case "cooldown" -> "{\"minimum\":\"%s\"}".formatted(minutes());
            case "dependency" -> "{\"product\":\"web\",\"version\":\"%s\"}".formatted(version());
            case "dr_required" ->
                    any(
                            List.of(
                                    "{}",
                                    "{\"slot_types\":[\"qa\"]}",
                                    "{\"link_kinds\":[\"ticket\"]}"));
            case "expression" ->
                    "{\"condition\":\"%s\"}"
                            .formatted(
                                    any(
                                            List.of(
                                                    "now.getHours() < 12",
                                                    "running_version == '1'",
                                                    "now - last_completed_at > duration('3h')")));
            case "flow" ->
                    "{\"environments\":[%s],\"match\":\"%s\",\"evidence\":\"%s\"%s}"
                            .formatted(
                                    any(List.of("\"test\"", "\"staging\"", "\"test\",\"staging\"")),
                                    any(List.of("all", "any")),
                                    any(List.of("current", "historic")),
                                    maybe(",\"max_age\":\"" + minutes() + "\""));
            case "quota" ->
                    "{\"maximum\":%d,\"period\":\"%s\",\"per\":\"%s\"}"
                            .formatted(
                                    1 + random.nextInt(3),
                                    minutes(),
                                    any(List.of("product", "environment")));
            case "schedule" -> schedule();
            case "soak" ->
                    "{\"environments\":[%s],\"match\":\"%s\",\"minimum\":\"%s\",\"measure\":\"%s\",\"reset_on\":\"%s\"}"
                            .formatted(
                                    any(List.of("\"test\"", "\"staging\"", "\"test\",\"staging\"")),
                                    any(List.of("all", "any")),
                                    minutes(),
                                    any(
                                            List.of(
                                                    "continuous_current",
                                                    "longest_continuous",
                                                    "since_first_success")),
                                    any(List.of("redeploy", "failure", "never")));
            case "steps" -> any(List.of("{}", "{\"phases\":[\"post\"],\"blocks_next\":true}"));
            case "version_approval_required" ->
                    "{\"types\":[\"qa\"],\"minimum\":%d%s%s}"
                            .formatted(
                                    1 + random.nextInt(2),
                                    maybe(",\"max_age\":\"" + minutes() + "\""),
                                    maybe(",\"after_deploying_to\":\"staging\""));
            default -> throw new AssertionError("no options for rules of kind " + kind);
        };
    }

    private String version() {
        return any(List.of(">=2.0.0", "1.0.0", "<3.0.0"));
    }

    private String maybe(String text) {
        return random.nextBoolean() ? text : "";
    }

    private String schedule() {
        var deny = new ArrayList<String>();
        var allow = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            deny.add(window());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            allow.add(window());
        }
        if (deny.isEmpty() || random.nextBoolean()) {
            deny.add("{\"calendar\":\"days\",\"zone\":\"%s\"}".formatted(zone()));
        }
        return "{\"deny\":[%s],\"allow\":[%s]}"
                .formatted(String.join(",", deny), String.join(",", allow));
    }

    private String window() {
        return "{\"start\":\"2026-01-0%dT%02d:%02d\",\"zone\":\"%s\",\"duration\":\"%s\"%s}"
                .formatted(
                        1 + random.nextInt(9),
                        random.nextInt(24),
                        15 * random.nextInt(4),
                        zone(),
                        minutes(),
                        random.nextInt(4) == 0
                                ? ""
                                : ",\"rrule\":\"FREQ=%s;INTERVAL=%d\""
                                        .formatted(
                                                any(List.of("DAILY", "WEEKLY", "MONTHLY")),
                                                1 + random.nextInt(3)));
    }

    private String zone() {
        return any(List.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"));
    }

    /** Some weeks of builds, deployments, sign-offs and requests, until now. */
    private Story story() {
        var story = Asked.story().type("qa", "qa").holds("zoe", "qa").holds("yan", "qa");
        story.calendar("days", calendar());
        var time = NOW.minus(Duration.ofDays(4));
        int events = 3 + random.nextInt(14);
        int requests = 0;
        for (int i = 0; i < events; i++) {
            time = time.plusSeconds(900L * random.nextInt(1 + 760 / events));
            story.at(time);
            switch (random.nextInt(7)) {
                case 0 -> story.signedOff("api", "2", "qa", any(List.of("zoe", "yan")));
                case 1 -> {
                    requests++;
                    story.open("DR-" + requests, "ann", contents(time));
                }
                case 2 -> {
                    if (requests > 0) {
                        story.approve("DR-" + (1 + random.nextInt(requests)), "qa", "zoe");
                    }
                }
                default -> deployed(story);
            }
        }
        return story.at(NOW.isAfter(time) ? NOW : time);
    }

    private void deployed(Story story) {
        var product = any(List.of("api", "api", "web"));
        var version = product.equals("web") ? any(VERSIONS) + ".0.0" : any(VERSIONS);
        var place = any(PLACES);
        var lane = story.world().lanes().get(product + "@" + place);
        if (lane != null && !lane.running().isEmpty()) {
            return;
        }
        story.started(product, version, place);
        switch (random.nextInt(8)) {
            case 0 -> story.failed(product, version, place);
            case 1 -> {
                if (product.equals("api")) {
                    story.completed(product, version, place);
                }
            }
            default -> story.completed(product, version, place);
        }
    }

    private DrContents contents(Instant time) {
        var steps = new ArrayList<Step>();
        if (random.nextBoolean()) {
            var deadline =
                    random.nextInt(3) == 0 ? null : time.plusSeconds(900L * random.nextInt(2000));
            steps.add(step(deadline));
        }
        return new DrContents(
                List.of(item("api", any(VERSIONS))),
                List.of("production"),
                random.nextBoolean() ? List.of() : List.of(slot("qa", 1)),
                steps);
    }

    private static Step step(@Nullable Instant deadline) {
        return new Step("look", "post", "Look", "manual", true, null, null, null, deadline);
    }

    private String calendar() {
        var events = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            var day = "202603%02d".formatted(1 + random.nextInt(28));
            events.append("BEGIN:VEVENT\nUID:e").append(i).append('\n');
            events.append(
                    random.nextBoolean()
                            ? "DTSTART;VALUE=DATE:%s\nRRULE:FREQ=MONTHLY\n".formatted(day)
                            : "DTSTART;TZID=%s:%sT%02d0000\nDURATION:%s\n"
                                    .formatted(zone(), day, random.nextInt(24), minutes()));
            events.append("END:VEVENT\n");
        }
        return events.toString();
    }
}
