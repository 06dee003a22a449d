package dev.interlock.rules.domain.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of local time, once or again and again.
 *
 * @param start of the first occurrence
 * @param recurrence null = there is one occurrence
 * @param excluded no occurrence starts on these dates; sorted
 */
public record Window(
        LocalDateTime start,
        ZoneId zone,
        WindowEnd end,
        @Nullable Recurrence recurrence,
        List<LocalDate> excluded) {

    public Window {
        excluded = List.copyOf(excluded);
    }

    /** Null if anything is wrong with it; then all that is wrong has been taken down. */
    public static @Nullable Window read(@Nullable Object definition, Side side, Flaws flaws) {
        return new WindowReader(side, flaws).read(definition);
    }

    /** An IANA name of the form Area/City, exactly, or UTC (SPEC 11). */
    public static boolean isZone(String name) {
        return WindowReader.isZone(name);
    }

    /** As it is stored. */
    public Map<String, Object> definition() {
        var definition = new TreeMap<String, Object>();
        definition.put("start", start.toString());
        definition.put("zone", zone.getId());
        definition.put(end.definition().getKey(), end.definition().getValue());
        if (recurrence != null) {
            definition.put("rrule", recurrence.text());
        }
        if (!excluded.isEmpty()) {
            definition.put("exdates", excluded.stream().map(LocalDate::toString).toList());
        }
        return definition;
    }

    /** In one line, for people. */
    public String sentence() {
        return "%s %s %s (%s)%s%s"
                .formatted(
                        start.toLocalDate(),
                        start.toLocalTime(),
                        end,
                        zone.getId(),
                        recurrence == null ? "" : " by " + recurrence.text(),
                        excluded.isEmpty() ? "" : " without " + excluded.size() + " dates");
    }

    /** What an occurrence makes; null if it is excluded, comes too late, or is empty. */
    @Nullable Interval interval(LocalDateTime occurrence, Side side) {
        if (excluded.contains(occurrence.toLocalDate())) {
            return null;
        }
        var until = recurrence == null ? null : recurrence.until();
        return until == null || until.allows(occurrence, side.start(occurrence, zone))
                ? end.from(occurrence, zone, side)
                : null;
    }
}
