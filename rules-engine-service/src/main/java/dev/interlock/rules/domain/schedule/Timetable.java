package dev.interlock.rules.domain.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One side of a schedule as it is written down.
 *
 * @param own windows written down one by one
 * @param calendars what they say is kept apart, and may change
 */
public record Timetable(Side side, Windows own, List<CalendarUse> calendars) {

    public Timetable {
        calendars = List.copyOf(calendars);
    }

    /** Windows, and names of calendars, in any order. */
    public static Timetable read(List<?> definitions, Side side, Flaws flaws) {
        var windows = new ArrayList<Window>();
        var calendars = new ArrayList<CalendarUse>();
        for (int i = 0; i < definitions.size(); i++) {
            var at = "/" + i;
            Flaws here = (where, what) -> flaws.add(at + where, what);
            if (definitions.get(i) instanceof Map<?, ?> map && map.containsKey(CalendarUse.FIELD)) {
                add(CalendarUse.read(map, side, here), calendars);
            } else {
                add(Window.read(definitions.get(i), side, here), windows);
            }
        }
        return new Timetable(side, Windows.of(side, windows), calendars);
    }

    private static <T> void add(@Nullable T read, List<T> to) {
        if (read != null) {
            to.add(read);
        }
    }

    /** Is nothing written down? A calendar without events is something, and never active. */
    public boolean isEmpty() {
        return own.isEmpty() && calendars.isEmpty();
    }

    /** As it is stored. */
    public List<Map<String, Object>> definition() {
        return Stream.concat(
                        own.all().stream().map(Window::definition),
                        calendars.stream().map(CalendarUse::definition))
                .toList();
    }

    /** In one line, for people. */
    public String sentence() {
        return Stream.concat(
                        own.all().stream().map(Window::sentence),
                        calendars.stream().map(CalendarUse::sentence))
                .collect(Collectors.joining(", and "));
    }

    /**
     * Everything it says at the time. A calendar that is not there says nothing.
     *
     * @param known calendars by name
     */
    public WindowSets with(Function<String, @Nullable NamedCalendar> known) {
        if (calendars.isEmpty()) {
            return new WindowSets(List.of(own));
        }
        var sets = new ArrayList<Windows>(calendars.size() + 1);
        sets.add(own);
        for (var use : calendars) {
            var calendar = known.apply(use.calendar());
            if (calendar != null) {
                sets.add(calendar.windows(side, use.zone()));
            }
        }
        return new WindowSets(sets);
    }
}
