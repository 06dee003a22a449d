package dev.interlock.rules.domain.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One version of a calendar. It neither closes nor opens anything; rules that name it do. Its
 * windows are made when first asked for, once per zone and side.
 */
public final class NamedCalendar {

    public static final int MOST_ENTRIES = 1000;

    private record Use(Side side, ZoneId zone) {}

    private final String name;
    private final int version;
    private final List<CalendarEntry> entries;
    private final Map<Use, Windows> uses = new ConcurrentHashMap<>();

    private NamedCalendar(String name, int version, List<CalendarEntry> entries) {
        this.name = name;
        this.version = version;
        this.entries = List.copyOf(entries);
    }

    /**
     * Null if anything is wrong with it; then all that is wrong has been taken down, with pointers
     * from the list.
     */
    public static @Nullable NamedCalendar read(
            String name, int version, List<?> definitions, Flaws flaws) {
        if (definitions.size() > MOST_ENTRIES) {
            flaws.add("", "%d (expected: at most %d)".formatted(definitions.size(), MOST_ENTRIES));
            return null;
        }
        var entries = new ArrayList<CalendarEntry>();
        var pointers = new HashMap<CalendarEntry, String>();
        for (int i = 0; i < definitions.size(); i++) {
            var at = "/" + i;
            var entry =
                    CalendarEntry.read(
                            definitions.get(i), (where, what) -> flaws.add(at + where, what));
            if (entry != null) {
                entries.add(entry);
                pointers.put(entry, at);
            }
        }
        boolean whole = entries.size() == definitions.size();
        return whole && belongTogether(entries, pointers, flaws)
                ? new NamedCalendar(name, version, entries)
                : null;
    }

    private static boolean belongTogether(
            List<CalendarEntry> entries, Map<CalendarEntry, String> pointers, Flaws flaws) {
        var series = new HashMap<String, CalendarEntry>();
        boolean sound = true;
        for (var entry : entries) {
            if (entry.replaces() == null && series.put(entry.uid(), entry) != null) {
                flaws.add(pointers.get(entry) + "/uid", "stands twice");
                sound = false;
            }
        }
        var replaced = new HashSet<String>();
        for (var entry : entries) {
            var why = entry.replaces() == null ? null : wrongPlace(entry, series, replaced);
            if (why != null) {
                flaws.add(pointers.get(entry) + "/replaces", why);
                sound = false;
            }
        }
        return sound;
    }

    private static @Nullable String wrongPlace(
            CalendarEntry entry, Map<String, CalendarEntry> series, HashSet<String> replaced) {
        var of = series.get(entry.uid());
        var time = Objects.requireNonNull(entry.replaces());
        if (of == null) {
            return "belongs to an event that is not there";
        }
        var recurrence = of.window().recurrence();
        if (recurrence != null && recurrence.frequency() == Frequency.HOURLY) {
            return "stands for one of several occurrences on a day (expected: not under HOURLY)";
        }
        if (!of.beginsAt(time)) {
            return time + " is none of the times at which the event begins";
        }
        return replaced.add(entry.uid() + '\n' + time) ? null : time + " is replaced twice";
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    public List<CalendarEntry> entries() {
        return entries;
    }

    /** As it is stored. */
    public List<Map<String, Object>> definition() {
        return entries.stream().map(CalendarEntry::definition).toList();
    }

    /**
     * @param zone of the events that name none
     */
    public Windows windows(Side side, ZoneId zone) {
        return uses.computeIfAbsent(
                new Use(side, zone),
                use ->
                        Windows.of(
                                use.side(),
                                entries.stream()
                                        .flatMap(entry -> windows(entry, use.zone()).stream())
                                        .toList()));
    }

    /** Those of one of its entries. */
    public List<Window> windows(CalendarEntry entry, ZoneId zone) {
        List<LocalDateTime> replaced =
                entry.replaces() != null
                        ? List.of()
                        : entries.stream()
                                .filter(other -> other.uid().equals(entry.uid()))
                                .map(CalendarEntry::replaces)
                                .filter(Objects::nonNull)
                                .toList();
        return entry.windows(zone, replaced);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedCalendar that
                && name.equals(that.name)
                && version == that.version
                && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version);
    }

    @Override
    public String toString() {
        return "%s %d %s".formatted(name, version, entries);
    }
}
