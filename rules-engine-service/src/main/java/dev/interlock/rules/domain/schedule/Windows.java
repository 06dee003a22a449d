package dev.interlock.rules.domain.schedule;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Windows of one side, as one set of instants. Expanded a calendar year at a time, when first asked
 * about it, into intervals that neither overlap nor touch, and searched there.
 */
public final class Windows {

    /** A gate is asked about few years; what is beyond them is expanded again. */
    private static final int MOST_YEARS = 64;

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END =
            Year.of(Occurrences.LAST_YEAR + 1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);

    /** No zone is further from UTC, and no gap moves a start further. */
    private static final int SLACK_DAYS = 2;

    private record Expanded(Window window, Occurrences occurrences) {}

    private final Side side;
    private final List<Window> windows;
    private final List<Expanded> sources;
    private final int longestDays;
    private final Map<Integer, List<Interval>> years = new ConcurrentHashMap<>();

    private Windows(Side side, List<Window> windows) {
        this.side = side;
        this.windows = List.copyOf(windows);
        this.sources =
                this.windows.stream()
                        .map(w -> new Expanded(w, new Occurrences(w.start(), w.recurrence())))
                        .toList();
        this.longestDays = this.windows.stream().mapToInt(w -> w.end().mostDays()).max().orElse(0);
    }

    public static Windows of(Side side, List<Window> windows) {
        return new Windows(side, windows);
    }

    public List<Window> all() {
        return windows;
    }

    public boolean isEmpty() {
        return windows.isEmpty();
    }

    /**
     * Where the windows that are active at an instant end: all that overlap or follow without a
     * break count as one. Null if none is active.
     *
     * @param farthest no use in looking further; the end is then only known to be after it
     */
    public @Nullable ZonedDateTime activeUntil(Instant instant, Instant farthest) {
        ZonedDateTime end = null;
        for (var at = at(instant); at != null; at = at(end.toInstant())) {
            end = at.end();
            if (end.toInstant().isAfter(farthest)) {
                break;
            }
        }
        return end;
    }

    /** The first start after an instant; null if there is none up to the farthest. */
    public @Nullable ZonedDateTime nextStart(Instant after, Instant farthest) {
        if (isOutside(after)) {
            return null;
        }
        int last = year(farthest.isBefore(END) ? farthest : END, SLACK_DAYS);
        Interval first = null;
        for (int year = year(after, -SLACK_DAYS); year <= last; year++) {
            var intervals = in(year);
            int next = firstAfter(intervals, after);
            if (next < intervals.size()) {
                var found = intervals.get(next);
                first =
                        first == null || first.startsAfter(found.start().toInstant())
                                ? found
                                : first;
            }
            if (first != null && first.start().getYear() < year) {
                break; // nothing of a later year comes before it
            }
        }
        return first == null || first.startsAfter(farthest) ? null : first.start();
    }

    /** All of it that lies in a stretch of time or reaches into it, in order. */
    public List<Interval> within(Instant from, Instant to) {
        var found = new ArrayList<Interval>();
        if (isOutside(from) || isOutside(to)) {
            return found;
        }
        int last = year(to, SLACK_DAYS);
        for (int year = year(from, -SLACK_DAYS - longestDays); year <= last; year++) {
            in(year).stream()
                    .filter(i -> i.end().toInstant().isAfter(from))
                    .filter(i -> i.start().toInstant().isBefore(to))
                    .forEach(found::add);
        }
        return merged(found);
    }

    /** Of those of all years that hold an instant, the one that ends last. */
    private @Nullable Interval at(Instant instant) {
        if (isOutside(instant)) {
            return null;
        }
        Interval longest = null;
        int last = year(instant, SLACK_DAYS);
        for (int year = year(instant, -SLACK_DAYS - longestDays); year <= last; year++) {
            var intervals = in(year);
            int before = firstAfter(intervals, instant) - 1;
            if (before >= 0 && intervals.get(before).contains(instant)) {
                var found = intervals.get(before);
                longest = longest == null ? found : longest.upTo(found);
            }
        }
        return longest;
    }

    private static boolean isOutside(Instant instant) {
        return instant.isBefore(BEGINNING) || !instant.isBefore(END);
    }

    private static int year(Instant instant, int days) {
        return instant.plus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC).getYear();
    }

    /** By binary search: the index of the first that starts after an instant. */
    private static int firstAfter(List<Interval> intervals, Instant instant) {
        int low = 0;
        int high = intervals.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (intervals.get(middle).startsAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private List<Interval> in(int year) {
        var known = years.get(year);
        if (known != null) {
            return known;
        }
        if (years.size() >= MOST_YEARS) {
            years.clear();
        }
        return years.computeIfAbsent(year, this::expand);
    }

    private List<Interval> expand(int year) {
        var found = new ArrayList<Interval>();
        for (var source : sources) {
            for (var occurrence : source.occurrences().in(year)) {
                var interval = source.window().interval(occurrence, side);
                if (interval != null) {
                    found.add(interval);
                }
            }
        }
        return merged(found);
    }

    private static List<Interval> merged(List<Interval> found) {
        found.sort(Comparator.comparing(i -> i.start().toInstant()));
        var merged = new ArrayList<Interval>();
        for (var interval : found) {
            if (!merged.isEmpty() && merged.getLast().reaches(interval)) {
                merged.add(merged.removeLast().upTo(interval));
            } else {
                merged.add(interval);
            }
        }
        return List.copyOf(merged);
    }

    /** By what is defined; what has been expanded of it is no difference. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Windows that && side == that.side && windows.equals(that.windows);
    }

    @Override
    public int hashCode() {
        return windows.hashCode();
    }

    @Override
    public String toString() {
        return side + " " + windows;
    }
}
