package dev.interlock.rules.domain.schedule;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a window ends. */
sealed interface WindowEnd {

    /** The interval that begins at a local time; null if it is empty. */
    @Nullable Interval from(LocalDateTime start, ZoneId zone, Side side);

    /** No interval is longer, in days. */
    int mostDays();

    /** The same length on the calendar and the clock, from another local start. */
    WindowEnd moved(LocalDateTime from, LocalDateTime to);

    /** As it is stored: the field of a window, and its value. */
    Map.Entry<String, Object> definition();

    /**
     * A local time, whatever the clocks do in between.
     *
     * @param daysAfter from the calendar date of the start
     */
    record At(LocalTime time, int daysAfter) implements WindowEnd {

        @Override
        public @Nullable Interval from(LocalDateTime start, ZoneId zone, Side side) {
            var end = of(start);
            var gap = gapAt(start, zone);
            if (gap != null && gap.equals(gapAt(end, zone))) {
                return null;
            }
            var from = side.start(start, zone);
            var to = side.end(end, zone);
            return from.toInstant().isBefore(to.toInstant()) ? new Interval(from, to) : null;
        }

        LocalDateTime of(LocalDateTime start) {
            return start.toLocalDate().plusDays(daysAfter).atTime(time);
        }

        private static @Nullable ZoneOffsetTransition gapAt(LocalDateTime local, ZoneId zone) {
            var transition = zone.getRules().getTransition(local);
            return transition != null && transition.isGap() ? transition : null;
        }

        @Override
        public int mostDays() {
            return daysAfter + 1;
        }

        @Override
        public WindowEnd moved(LocalDateTime from, LocalDateTime to) {
            var end = to.plus(Duration.between(from, of(from)));
            return new At(
                    end.toLocalTime(),
                    (int) ChronoUnit.DAYS.between(to.toLocalDate(), end.toLocalDate()));
        }

        @Override
        public Map.Entry<String, Object> definition() {
            return Map.entry("end", Map.of("time", time.toString(), "days_after", daysAfter));
        }

        @Override
        public String toString() {
            return switch (daysAfter) {
                case 0 -> "to " + time;
                case 1 -> "to " + time + " on the next day";
                default -> "to " + time + ", " + daysAfter + " days later";
            };
        }
    }

    /**
     * From the actual start: first that many days on the calendar, then exactly so much time.
     *
     * @param text as it was written
     */
    record After(String text, int days, Duration exact) implements WindowEnd {

        @Override
        public Interval from(LocalDateTime start, ZoneId zone, Side side) {
            var from = side.start(start, zone);
            var nominal = days == 0 ? from : side.end(from.toLocalDateTime().plusDays(days), zone);
            return new Interval(from, nominal.plus(exact));
        }

        @Override
        public int mostDays() {
            return days + (int) exact.toDays() + 1;
        }

        @Override
        public WindowEnd moved(LocalDateTime from, LocalDateTime to) {
            return this;
        }

        @Override
        public Map.Entry<String, Object> definition() {
            return Map.entry("duration", text);
        }

        @Override
        public String toString() {
            return "for " + text;
        }
    }
}
