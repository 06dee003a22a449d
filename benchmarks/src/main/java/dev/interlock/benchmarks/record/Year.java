package dev.interlock.benchmarks.record;

import dev.interlock.benchmarks.world.Messages;
import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.DeploymentRequestCompletedV1;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.contracts.dr.VersionDigestBoundV1;
import dev.interlock.contracts.dr.VersionRegisteredV1;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.contracts.rules.RuleCreatedV1;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A year in which versions of products go to staging and then, by a deployment request each, to
 * production: two attempts to start a deployment for each version. The same on every run, but for
 * when it ends.
 */
public final class Year {

    /** Between staging and production, of every second version. */
    static final Duration SHORT_SOAK = Duration.ofHours(2);

    /** Of the others. */
    static final Duration LONG_SOAK = Duration.ofHours(12);

    private static final int PRODUCTS = 250;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration RUN = Duration.ofMinutes(5);

    /** What becomes of a version, and how long after its build it does. */
    private enum Step {
        REGISTERED(Duration.ZERO),
        BOUND(Duration.ZERO),
        STAGING_STARTED(Duration.ofMinutes(10)),
        STAGING_COMPLETED(Duration.ofMinutes(10).plus(RUN)),
        REQUESTED(Duration.ofMinutes(20)),
        ACTIVATED(Duration.ofMinutes(21)),
        APPROVED(Duration.ofMinutes(40)),
        PRODUCTION_STARTED(Duration.ofMinutes(10).plus(RUN)),
        PRODUCTION_COMPLETED(Duration.ofMinutes(10).plus(RUN).plus(RUN)),
        REQUEST_COMPLETED(Duration.ofMinutes(10).plus(RUN).plus(RUN));

        private final Duration after;

        Step(Duration after) {
            this.after = after;
        }

        String source() {
            return this == APPROVED ? Sources.APPROVAL : Sources.DR;
        }

        Duration after(int version) {
            return ordinal() < PRODUCTION_STARTED.ordinal()
                    ? after
                    : after.plus(version % 2 == 0 ? SHORT_SOAK : LONG_SOAK);
        }
    }

    private record Planned(int version, Step step, Instant at) {}

    /**
     * @param approvals how far the other source was
     */
    private record Placed(Planned planned, long position, long approvals) {}

    private final int attempts;
    private final Instant begin;
    private final List<RuleCreatedV1> rules =
            List.of(
                    rule("dr_required", "{}"),
                    rule("soak", "{\"environments\":[\"staging\"],\"minimum\":\"PT1H\"}"),
                    rule("flow", "{\"environments\":[\"staging\"]}"),
                    rule("cooldown", "{\"minimum\":\"PT1M\"}"),
                    rule(
                            "schedule",
                            """
                            {"deny":[{"start":"2020-01-01T00:00","zone":"Europe/Berlin","duration":"PT8H","rrule":"FREQ=YEARLY"}]}\
                            """));
    private final List<Message> installed =
            List.of(Messages.environment("staging"), Messages.environment("production"));
    private final List<Message> people = Messages.approvers();
    private final Map<String, List<Placed>> placed = new HashMap<>();

    /**
     * @param attempts to start a deployment; two for each version
     */
    public Year(int attempts, Instant end) {
        this.attempts = attempts;
        this.begin = end.minus(YEAR).plus(1, ChronoUnit.DAYS);
        place(
                IntStream.range(0, attempts / 2)
                        .boxed()
                        .flatMap(version -> steps(version).stream())
                        .sorted(Comparator.comparing(Planned::at))
                        .toList());
    }

    private static RuleCreatedV1 rule(String kind, String definition) {
        return Messages.rule("rul_" + kind, kind, List.of(), "production", definition);
    }

    private List<Planned> steps(int version) {
        // the last of them is in production before the year ends
        var built = begin.plus(YEAR.minusDays(2).multipliedBy(version).dividedBy(attempts / 2));
        var steps = new ArrayList<Planned>();
        for (var step : Step.values()) {
            steps.add(new Planned(version, step, built.plus(step.after(version))));
        }
        return steps;
    }

    private void place(List<Planned> steps) {
        long requests = installed.size();
        long approvals = people.size();
        for (var step : steps) {
            boolean approved = step.step() == Step.APPROVED;
            long position = approved ? ++approvals : ++requests;
            placed.computeIfAbsent(step.step().source(), _ -> new ArrayList<>())
                    .add(new Placed(step, position, approvals));
        }
    }

    /** The position of its newest event. */
    public long end(String source) {
        return settings(source).size() + (long) placed.getOrDefault(source, List.of()).size();
    }

    /** All events of a source, in its order. */
    public void tell(String source, Consumer<EventEnvelope> to) {
        long position = 0;
        for (var message : settings(source)) {
            to.accept(Messages.published(source, ++position, begin, "settings", message));
        }
        for (var event : placed.getOrDefault(source, List.of())) {
            var step = event.planned();
            to.accept(
                    Messages.published(
                            source, event.position(), step.at(), subject(step), message(event)));
        }
    }

    private List<? extends Message> settings(String source) {
        return switch (source) {
            case Sources.DR -> installed;
            case Sources.APPROVAL -> people;
            default -> rules;
        };
    }

    private static String product(int version) {
        return "product-%03d".formatted(version % PRODUCTS);
    }

    private static String number(int version) {
        return "1.%d.0".formatted(version / PRODUCTS);
    }

    private static String subject(Planned planned) {
        var product = product(planned.version());
        return switch (planned.step()) {
            case REGISTERED, BOUND -> product + "@" + number(planned.version());
            case STAGING_STARTED, STAGING_COMPLETED -> product + "@staging";
            case PRODUCTION_STARTED, PRODUCTION_COMPLETED -> product + "@production";
            case REQUESTED, ACTIVATED, APPROVED, REQUEST_COMPLETED -> dr(planned.version());
        };
    }

    private static String dr(int version) {
        return "DR-" + (version + 1);
    }

    private Message message(Placed event) {
        int number = event.planned().version();
        var product = product(number);
        var version = number(number);
        return switch (event.planned().step()) {
            case REGISTERED -> new VersionRegisteredV1(product, version, "ver_" + number);
            case BOUND ->
                    new VersionDigestBoundV1(
                            product, version, "sha256:%064x".formatted((long) number));
            case STAGING_STARTED -> started(event, "staging", List.of());
            case STAGING_COMPLETED -> completed(event, "staging", List.of());
            case REQUESTED -> Messages.requested(dr(number), product, version, "production");
            case ACTIVATED -> Messages.activated(dr(number));
            case APPROVED -> Messages.approved(dr(number));
            case PRODUCTION_STARTED -> started(event, "production", List.of(dr(number)));
            case PRODUCTION_COMPLETED -> completed(event, "production", List.of(dr(number)));
            case REQUEST_COMPLETED -> new DeploymentRequestCompletedV1(dr(number), true, null);
        };
    }

    private Message completed(Placed event, String environment, List<String> drs) {
        int number = event.planned().version();
        return new DeploymentCompletedV1(
                "dep_" + environment + number,
                product(number),
                number(number),
                environment,
                false,
                drs,
                event.position());
    }

    private Message started(Placed event, String environment, List<String> drs) {
        int number = event.planned().version();
        return new DeploymentStartedV1(
                "dep_" + environment + number,
                product(number),
                number(number),
                environment,
                drs,
                decision(event, environment, drs),
                event.position(),
                "run-" + number,
                null,
                event.planned().at().plus(Duration.ofHours(1)));
    }

    private GateDecision decision(Placed event, String environment, List<String> drs) {
        int number = event.planned().version();
        var id = "dec_" + event.position();
        return new GateDecision(
                id,
                product(number),
                number(number),
                environment,
                null,
                GateDecision.Choice.ALLOW,
                true,
                GateDecision.Verdict.PASS,
                false,
                Finding.Mode.ENFORCE,
                null,
                null,
                "All that is asked for is there",
                drs.isEmpty() ? List.of() : findings(event.planned().at()),
                List.of(),
                drs,
                "deploy",
                null,
                event.planned().at(),
                Map.of(
                        Sources.DR,
                        event.position() - 1,
                        Sources.APPROVAL,
                        event.approvals(),
                        Sources.RULES,
                        (long) rules.size()),
                event.position() - 1,
                event.planned().at(),
                "http://127.0.0.1:8080/decisions/" + id);
    }

    /** What the year's rules said; a backtest does not read it. */
    private List<Finding> findings(Instant at) {
        return rules.stream()
                .map(
                        rule ->
                                new Finding(
                                        new Finding.RuleRef(rule.rule(), rule.name(), 1),
                                        null,
                                        rule.kind().toUpperCase(Locale.ROOT),
                                        Finding.Outcome.PASSED,
                                        Finding.Mode.ENFORCE,
                                        "What the rule " + rule.name() + " asks for is there",
                                        List.of(),
                                        List.of(),
                                        null,
                                        at,
                                        null))
                .toList();
    }
}
