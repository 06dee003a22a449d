package dev.interlock.rules.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;

/**
 * ical4j is asked as well. Only where it keeps to RFC 5545: it takes the first day of the week from
 * the machine's language unless told, filters the period's start instead of its days by BYMONTH
 * under WEEKLY, knows BYMONTHDAY under YEARLY only in the start's month, loses numbered BYDAY
 * besides BYMONTHDAY, and gives up after a thousand periods without an occurrence.
 */
class RecurrenceOracleTest {

    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    private static final int FIRST = 2024;
    private static final int LAST = 2033;

    private final Random random = new Random(5545);

    @Test
    void agreesWithIcal4j() {
        int compared = 0;
        for (int i = 0; i < 3000; i++) {
            var text = rule();
            var start = LocalDate.of(FIRST, 1, 1).plusDays(random.nextInt(500));
            var expected = new ArrayList<>(oracle(text, start));
            var found = Drawn.dates(start.toString(), text, FIRST, LAST);
            assertThat(found).as("%s from %s", text, start).isEqualTo(expected);
            compared += found.isEmpty() ? 0 : 1;
        }
        assertThat(compared).isGreaterThan(2000);
    }

    private static List<LocalDate> oracle(String text, LocalDate start) {
        return new Recur<LocalDate>(text)
                .getDates(start, start, LocalDate.of(LAST, 12, 31)).stream().distinct().toList();
    }

    private String rule() {
        var wkst = ";WKST=" + DAYS[random.nextInt(7)];
        var step = random.nextInt(3) == 0 ? ";INTERVAL=" + (1 + random.nextInt(5)) : "";
        var tail = step + wkst;
        return switch (random.nextInt(10)) {
            case 0 -> "FREQ=DAILY" + tail;
            case 1 -> "FREQ=DAILY" + tail + ";BYDAY=" + days(false);
            case 2 -> "FREQ=DAILY" + wkst + ";BYMONTH=" + some(12, false) + ";BYDAY=" + days(false);
            case 3 -> "FREQ=WEEKLY" + tail + ";BYDAY=" + days(false);
            case 4 -> "FREQ=WEEKLY" + tail + ";BYDAY=" + days(false) + ";BYSETPOS=1";
            case 5 -> "FREQ=MONTHLY" + tail + ";BYDAY=" + days(true);
            case 6 -> "FREQ=MONTHLY" + tail + ";BYMONTHDAY=" + some(31, true);
            case 7 ->
                    "FREQ=MONTHLY" + tail + ";BYDAY=" + days(false) + ";BYSETPOS=" + some(5, true);
            case 8 -> "FREQ=YEARLY" + tail + ";BYMONTH=" + some(12, false) + ";BYDAY=" + days(true);
            default -> "FREQ=YEARLY" + tail + ";BYYEARDAY=" + some(366, true);
        };
    }

    private String days(boolean numbered) {
        var days = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var number = numbered && random.nextBoolean() ? sign() + (1 + random.nextInt(5)) : "";
            days.add(number + DAYS[random.nextInt(7)]);
        }
        return String.join(",", days);
    }

    private String some(int most, boolean signed) {
        var numbers = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            numbers.add((signed ? sign() : "") + (1 + random.nextInt(most)));
        }
        return String.join(",", numbers);
    }

    private String sign() {
        return random.nextInt(3) == 0 ? "-" : "";
    }
}
