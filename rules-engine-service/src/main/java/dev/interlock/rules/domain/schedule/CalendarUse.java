package dev.interlock.rules.domain.schedule;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A calendar, named where a window may stand: whatever it says at the time counts.
 *
 * @param calendar as it is known
 * @param zone of the events that name none: of whole days, for example
 */
public record CalendarUse(String calendar, ZoneId zone) {

    static final String FIELD = "calendar";

    /** Null if anything is wrong with it; then all that is wrong has been taken down. */
    static @Nullable CalendarUse read(Map<?, ?> definition, Side side, Flaws flaws) {
        var reader = new WindowReader(side, flaws);
        reader.refuseUnknown("", definition, Set.of(FIELD, "zone"));
        var name = CalendarName.of(definition.get(FIELD));
        if (name == null) {
            flaws.add(
                    "/" + FIELD,
                    "%s (expected: %s)".formatted(definition.get(FIELD), CalendarName.EXPECTED));
        }
        var zone = reader.zone(definition.get("zone"));
        return name == null || zone == null ? null : new CalendarUse(name, zone);
    }

    Map<String, Object> definition() {
        return new TreeMap<>(Map.of(FIELD, calendar, "zone", zone.getId()));
    }

    String sentence() {
        return "by calendar %s (%s)".formatted(calendar, zone.getId());
    }
}
