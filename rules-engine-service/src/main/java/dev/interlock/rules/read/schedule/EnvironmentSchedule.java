package dev.interlock.rules.read.schedule;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.rule.Stretch;
import dev.interlock.rules.domain.schedule.Side;
import dev.interlock.rules.icalendar.CalendarWriter.Span;
import dev.interlock.rules.projection.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What closes or opens an environment by the clock alone in the year to come: the windows of its
 * rules, made by the code that decides, and its freezes.
 *
 * @param product null = whatever concerns any
 */
record EnvironmentSchedule(
        World world, Environment environment, @Nullable String product, Instant now) {

    /** As far as the gate looks ahead: SPEC 4, one year. */
    private static final Duration AHEAD = Duration.ofDays(366);

    /** In the order of their starts. */
    List<Span> spans() {
        var rules =
                world.ruleVersions().values().stream().filter(this::concerns).flatMap(this::spans);
        var freezes =
                world.freezesFrom(product, environment, now).stream()
                        .filter(freeze -> freeze.startsAt().isBefore(end()))
                        .map(this::span);
        var unreadable = world.unreadableFreezes().stream().map(this::unreadable);
        return Stream.of(rules, freezes, unreadable)
                .flatMap(spans -> spans)
                .filter(span -> span.start().isBefore(span.end()))
                .sorted(Comparator.comparing(Span::start).thenComparing(Span::uid))
                .toList();
    }

    private Instant end() {
        return now.plus(AHEAD);
    }

    private boolean concerns(Rule rule) {
        var labels = product == null ? null : world.labels(product);
        return rule.scope().holds(product, labels, environment);
    }

    private Stream<Span> spans(Rule rule) {
        var description = description(rule);
        return rule.stretches(world, product, now, end()).stream()
                .map(stretch -> span(rule, stretch, description));
    }

    private static Span span(Rule rule, Stretch stretch, String description) {
        boolean closed = stretch.side() == Side.DENY;
        return new Span(
                uid(rule.id(), stretch.side() + stretch.key(), stretch.start()),
                stretch.start(),
                stretch.end(),
                (closed ? "Closed: " : "Open: ")
                        + (stretch.title().isEmpty()
                                ? rule.name()
                                : stretch.title() + " (" + rule.name() + ")"),
                description,
                closed);
    }

    private String description(Rule rule) {
        var lines = new ArrayList<String>();
        lines.add("Rule %s (%s), version %d.".formatted(rule.name(), rule.id(), rule.version()));
        if (rule.mode() != Rule.Mode.ENFORCE || !environment.enforces()) {
            lines.add("It is reported only: it stops nothing.");
        }
        add(lines, "products", rule.scope().products());
        add(lines, "products labelled", rule.scope().productLabels());
        add(lines, "actions", rule.applicability().actionKinds());
        add(lines, "actors", rule.applicability().actorKinds());
        if (rule.applicability().exemptsFirst()) {
            lines.add("The first deployment of a product is exempt.");
        }
        if (rule.kind() != null) {
            lines.add(rule.kind().sentence());
        }
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String what, List<String> names) {
        if (!names.isEmpty()) {
            lines.add("For %s: %s.".formatted(what, String.join(", ", names)));
        }
    }

    private Span span(Freeze freeze) {
        var end = freeze.end();
        var lines = new ArrayList<String>();
        lines.add("Freeze %s.".formatted(freeze.id()));
        add(lines, "products", freeze.scope().products());
        add(lines, "products labelled", freeze.scope().productLabels());
        if (end == null) {
            lines.add("Until it is thawed.");
        }
        if (freeze.incidentUrl() != null) {
            lines.add(freeze.incidentUrl());
        }
        return new Span(
                uid(freeze.id(), "freeze", freeze.startsAt()),
                freeze.startsAt(),
                end == null ? end() : end,
                "Frozen: " + freeze.reason(),
                String.join("\n", lines),
                true);
    }

    private Span unreadable(String freeze) {
        return new Span(
                uid(freeze, "unreadable", now),
                now,
                end(),
                "Frozen: a freeze that cannot be read",
                "A record about freeze %s could not be read, so it may stop anything."
                        .formatted(freeze),
                true);
    }

    private static String uid(String entity, String key, Instant start) {
        var text = entity + "|" + key + "|" + start;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) + "@interlock";
    }
}
