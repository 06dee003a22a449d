package dev.interlock.rules.write.importcalendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.ImportedCalendar.Absent;
import dev.interlock.rules.domain.Refusal.CalendarExists;
import dev.interlock.rules.domain.Refusal.NoSuchCalendar;
import dev.interlock.rules.domain.Refusal.StaleVersion;
import dev.interlock.rules.events.CalendarChanged;
import dev.interlock.rules.events.CalendarImported;
import dev.interlock.rules.events.CalendarRemoved;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportCalendarDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");
    private static final ImportedCalendar PRESENT =
            Absent.EVER.evolve(new CalendarImported("team", 3, "[1]", NOW, "ann"));

    private static Object decide(
            ImportedCalendar state, String entries, boolean replaces, @Nullable Integer expected) {
        return ImportCalendarDecision.decide(
                state, new ImportCalendar("team", entries, replaces, expected, "bob"), NOW);
    }

    @Test
    void theFirstTimeItIsImported() {
        assertThat(decide(Absent.EVER, "[1]", false, null))
                .isEqualTo(
                        new Accepted<>(
                                List.of(new CalendarImported("team", 1, "[1]", NOW, "bob"))));
    }

    @Test
    void whatIsThereIsReplacedByWhoeverHasSeenIt() {
        var changed = new Accepted<>(List.of(new CalendarChanged("team", 4, "[2]", NOW, "bob")));
        assertThat(decide(PRESENT, "[2]", true, 3)).isEqualTo(changed);
        assertThat(decide(PRESENT, "[2]", true, null)).isEqualTo(changed);
        assertThat(decide(PRESENT, "[2]", true, 2))
                .isEqualTo(new Refused<>(new StaleVersion("calendar team", 2, 3)));
        assertThat(decide(PRESENT, "[2]", false, null))
                .isEqualTo(new Refused<>(new CalendarExists("team", 3)));
        assertThat(decide(PRESENT, "[1]", true, 3)).isInstanceOf(Redundant.class);
    }

    @Test
    void whatIsNotThereCannotBeReplaced() {
        assertThat(decide(Absent.EVER, "[1]", true, 1))
                .isEqualTo(new Refused<>(new NoSuchCalendar("team")));
    }

    @Test
    void afterARemovalNoVersionIsGivenTwice() {
        var removed = PRESENT.evolve(new CalendarRemoved("team", 3, NOW, "ann"));
        assertThat(decide(removed, "[1]", false, null))
                .isEqualTo(
                        new Accepted<>(
                                List.of(new CalendarImported("team", 4, "[1]", NOW, "bob"))));
    }
}
