package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Records;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import dev.interlock.rules.domain.rule.RuleVerdict.Skipped;
import dev.interlock.rules.domain.rule.RuleVerdict.Unreadable;
import dev.interlock.rules.domain.schedule.CalendarUse;
import dev.interlock.rules.domain.schedule.Side;
import dev.interlock.rules.domain.schedule.Timetable;
import dev.interlock.rules.domain.schedule.WindowSets;
import dev.interlock.rules.domain.schedule.Windows;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Closed while a deny window is active, and outside the allow windows if there are any. The allow
 * windows of all schedules that are in force together make one.
 */
record Schedule(Timetable deny, Timetable allow, List<Exemption> exemptions) implements RuleKind {

    static final String NAME = "schedule";
    private static final String CLOSED = "NO_DEPLOY_WINDOW";
    private static final String NOT_OPEN = "OUTSIDE_ALLOW_WINDOW";

    /** SPEC 4: one year ahead. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private static final int MOST_WINDOWS = 50;
    private static final int MOST_EXEMPTIONS = 1000;
    private static final int REASON_LENGTH = 500;

    private static final DateTimeFormatter IN_ITS_ZONE =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm xxx VV", Locale.ROOT);
    private static final DateTimeFormatter WITH_SECONDS =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx VV", Locale.ROOT);

    Schedule {
        exemptions = List.copyOf(exemptions);
    }

    /**
     * @param product folded
     * @param until no longer then: half-open
     */
    record Exemption(String product, Instant until, String reason) {

        boolean holds(String deployed, Instant at) {
            return product.equals(deployed) && at.isBefore(until);
        }
    }

    static Schedule read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(definition, Set.of("deny", "allow", "exemptions"));
        var deny = timetable(definition, "deny", Side.DENY, violations);
        var allow = timetable(definition, "allow", Side.ALLOW, violations);
        var exemptions = exemptions(definition, violations);
        if (violations.isEmpty() && deny.isEmpty() && allow.isEmpty()) {
            violations.add("/deny", "expected: at least one window or calendar, here or in allow");
        }
        return new Schedule(deny, allow, exemptions);
    }

    private static Timetable timetable(
            Map<String, Object> definition, String field, Side side, Violations violations) {
        return Timetable.read(
                list(definition, field, MOST_WINDOWS, violations),
                side,
                (where, what) -> violations.add("/" + field + where, what));
    }

    private static List<Exemption> exemptions(
            Map<String, Object> definition, Violations violations) {
        var exemptions = new ArrayList<Exemption>();
        var given = list(definition, "exemptions", MOST_EXEMPTIONS, violations);
        for (int i = 0; i < given.size(); i++) {
            var at = "/exemptions/" + i;
            var fields = new TreeMap<String, Object>();
            if (given.get(i) instanceof Map<?, ?> object) {
                object.forEach((name, value) -> fields.put(String.valueOf(name), value));
            }
            var found = new Violations();
            found.refuseUnknown(fields, Set.of("product", "until", "reason"));
            var product = found.name(fields, "product");
            if (product == null && found.isEmpty()) {
                found.add("/product", "is required");
            }
            var until = instant(fields.get("until"));
            if (until == null) {
                found.add("/until", "expected: a time such as 2026-12-01T08:00:00Z");
            }
            var reason = fields.get("reason") instanceof String text ? text.strip() : "";
            if (reason.isEmpty()
                    || reason.length() > REASON_LENGTH
                    || reason.chars().anyMatch(Character::isISOControl)) {
                found.add("/reason", "expected: one line of at most " + REASON_LENGTH);
            }
            found.all().forEach(v -> violations.add(at + v.pointer(), v.detail()));
            if (found.isEmpty() && product != null && until != null) {
                exemptions.add(new Exemption(product, until, reason));
            }
        }
        return exemptions;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        try {
            return value instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<?> list(
            Map<String, Object> definition, String field, int most, Violations violations) {
        var value = definition.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.size() <= most) {
            return list;
        }
        violations.add("/" + field, "expected: a list of at most " + most);
        return List.of();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String code() {
        return deny.isEmpty() ? NOT_OPEN : CLOSED;
    }

    @Override
    public Map<String, Object> definition() {
        return Map.of(
                "deny",
                deny.definition(),
                "allow",
                allow.definition(),
                "exemptions",
                exemptions.stream()
                        .map(
                                e ->
                                        Map.of(
                                                "product", e.product(),
                                                "until", e.until().toString(),
                                                "reason", e.reason()))
                        .toList());
    }

    @Override
    public Set<String> calendars() {
        if (deny.calendars().isEmpty() && allow.calendars().isEmpty()) {
            return Set.of();
        }
        return Stream.of(deny, allow)
                .flatMap(side -> side.calendars().stream())
                .map(CalendarUse::calendar)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var product = situation.query().product();
        var now = situation.now();
        for (var exemption : exemptions) {
            if (exemption.holds(product, now)) {
                return new Skipped(
                        code(),
                        "%s is exempt from this rule until %s: %s"
                                .formatted(product, exemption.until(), exemption.reason()));
            }
        }
        var records = situation.records();
        var missing = missing(records);
        return missing == null
                ? judge(
                        now,
                        new Opening(
                                deny.with(records::calendar),
                                !allow.isEmpty(),
                                peers(pool, records),
                                product,
                                now.plus(FARTHEST)),
                        used(records))
                : new Unreadable(missing);
    }

    private RuleVerdict judge(Instant now, Opening opening, String used) {
        var closed = opening.deny().activeUntil(now, opening.farthest());
        var open = opening.openFrom(now);
        if (closed == null && open != null && !open.toInstant().isAfter(now)) {
            var because =
                    deny.isEmpty()
                            ? "an allow window is active"
                            : "no deny window is active"
                                    + (allow.isEmpty() ? "" : ", and an allow window is");
            return new Passed(code(), because + used);
        }
        var first = opening.first(now);
        var until = first == null ? null : first.toInstant();
        if (closed == null) {
            return new Failed(NOT_OPEN, outside(open, first) + used, "window", until);
        }
        return new Failed(
                CLOSED, closed(closed, opening.farthest(), first) + used, "window", until);
    }

    /**
     * @param open when an allow window begins; null if none does
     * @param first when it passes, no deny window being active either; null if not within a year
     */
    private static String outside(@Nullable ZonedDateTime open, @Nullable ZonedDateTime first) {
        if (first == null) {
            return "outside the allow windows, and none is usable within a year";
        }
        return first.equals(open)
                ? "outside the allow windows until " + inItsZone(first)
                : "outside the allow windows; it passes from " + inItsZone(first) + " on";
    }

    private static String closed(
            ZonedDateTime end, Instant farthest, @Nullable ZonedDateTime first) {
        if (end.toInstant().isAfter(farthest)) {
            return "closed by a deny window for more than a year";
        }
        var message = "closed by a deny window until " + inItsZone(end);
        if (first == null) {
            return message + ", and no allow window is usable within a year";
        }
        return first.toInstant().isAfter(end.toInstant())
                ? message + "; it passes from " + inItsZone(first) + " on"
                : message;
    }

    private static String inItsZone(ZonedDateTime time) {
        return (time.getSecond() == 0 ? IN_ITS_ZONE : WITH_SECONDS).format(time);
    }

    @Override
    public List<Stretch> stretches(
            Records records, @Nullable String product, Instant from, Instant to) {
        var begins = product == null ? from : exemptUntil(exemptions, product, from);
        if (!begins.isBefore(to)) {
            return List.of();
        }
        var missing = missing(records);
        if (missing != null) {
            return List.of(Stretch.unknown(missing, begins, to));
        }
        return Stream.of(deny, allow)
                .flatMap(side -> stretches(side, records, begins, to))
                .map(stretch -> begins.equals(from) ? stretch : stretch.from(begins))
                .toList();
    }

    private static Stream<Stretch> stretches(
            Timetable timetable, Records records, Instant from, Instant to) {
        var side = timetable.side();
        var own = stretches(timetable.own(), side, "", "", from, to);
        var named =
                timetable.calendars().stream()
                        .flatMap(use -> stretches(use, side, records, from, to));
        return Stream.concat(own, named);
    }

    private static Stream<Stretch> stretches(
            CalendarUse use, Side side, Records records, Instant from, Instant to) {
        var calendar = Objects.requireNonNull(records.calendar(use.calendar()));
        return calendar.entries().stream()
                .flatMap(
                        entry ->
                                stretches(
                                        Windows.of(side, calendar.windows(entry, use.zone())),
                                        side,
                                        use + " " + entry.uid() + " " + entry.replaces(),
                                        entry.summary() == null ? entry.uid() : entry.summary(),
                                        from,
                                        to));
    }

    private static Stream<Stretch> stretches(
            Windows windows, Side side, String key, String title, Instant from, Instant to) {
        return windows.within(from, to).stream()
                .map(
                        interval ->
                                new Stretch(
                                        side,
                                        key,
                                        title,
                                        interval.start().toInstant(),
                                        interval.end().toInstant()));
    }

    private static Instant exemptUntil(List<Exemption> exemptions, String product, Instant at) {
        return exemptions.stream()
                .filter(exemption -> exemption.holds(product, at))
                .map(Exemption::until)
                .max(Comparator.naturalOrder())
                .orElse(at);
    }

    /** Why a calendar that it names cannot be asked; null if all can. */
    private @Nullable String missing(Records records) {
        for (var name : calendars()) {
            var unreadable = records.unreadable("calendar", name);
            if (unreadable != null) {
                return "calendar %s cannot be read: %s".formatted(name, unreadable);
            }
            if (records.calendar(name) == null) {
                return "calendar %s does not exist".formatted(name);
            }
        }
        return null;
    }

    /** Which calendars the verdict rests on, and which versions of them. */
    private String used(Records records) {
        var calendars = calendars();
        if (calendars.isEmpty()) {
            return "";
        }
        var names =
                calendars.stream()
                        .map(records::calendar)
                        .filter(Objects::nonNull)
                        .map(c -> "calendar %s version %d".formatted(c.name(), c.version()))
                        .collect(Collectors.joining(", "));
        return " (" + names + ")";
    }

    private List<Peer> peers(List<Rule> pool, Records records) {
        var peers = new ArrayList<Peer>();
        peers.add(new Peer(allow.with(records::calendar), exemptions, Instant.MIN));
        for (var rule : pool) {
            if (rule.kind() instanceof Schedule peer
                    && peer != this
                    && peer.missing(records) == null) {
                peers.add(
                        new Peer(
                                peer.allow.with(records::calendar),
                                peer.exemptions,
                                rule.backAt()));
            }
        }
        return peers;
    }

    /**
     * A schedule whose allow windows count.
     *
     * @param backAt it is suspended until then
     */
    private record Peer(WindowSets allow, List<Exemption> exemptions, Instant backAt) {

        /** While it is not in force for a product, its allow windows are not either. */
        @Nullable ZonedDateTime allowsFrom(String product, Instant at, Instant farthest) {
            var inForce = at.isBefore(backAt) ? backAt : at;
            var from = exemptUntil(exemptions, product, inForce);
            var active = allow.activeUntil(from, from);
            return active != null ? from.atZone(active.getZone()) : allow.nextStart(from, farthest);
        }
    }

    /**
     * Looks for the first instant at which one schedule lets a product pass.
     *
     * @param needsAllow does it demand an allow window?
     * @param peers those whose allow windows count, the one itself among them
     */
    private record Opening(
            WindowSets deny,
            boolean needsAllow,
            List<Peer> peers,
            String product,
            Instant farthest) {

        @Nullable ZonedDateTime first(Instant now) {
            var at = now;
            ZonedDateTime last = null;
            while (!at.isAfter(farthest)) {
                var closed = deny.activeUntil(at, farthest);
                var next = closed != null ? closed : openFrom(at);
                if (next == null || (closed == null && !next.toInstant().isAfter(at))) {
                    return next == null ? null : last;
                }
                last = next;
                at = next.toInstant();
            }
            return null;
        }

        /** When it is inside an allow window, or needs none: then if not later; null if never. */
        @Nullable ZonedDateTime openFrom(Instant at) {
            if (!needsAllow) {
                return at.atZone(ZoneOffset.UTC);
            }
            return peers.stream()
                    .map(peer -> peer.allowsFrom(product, at, farthest))
                    .filter(Objects::nonNull)
                    .min(Comparator.comparing(ZonedDateTime::toInstant))
                    .orElse(null);
        }
    }

    @Override
    public String sentence() {
        return Stream.of(sentence("closed ", deny), sentence("open only ", allow))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String sentence(String verb, Timetable timetable) {
        return timetable.isEmpty() ? "" : verb + timetable.sentence();
    }
}
