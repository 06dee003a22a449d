package dev.interlock.rules.write.removecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.ImportedCalendar.Absent;
import dev.interlock.rules.domain.Refusal.CalendarInUse;
import dev.interlock.rules.domain.Refusal.NoSuchCalendar;
import dev.interlock.rules.domain.Refusal.StaleVersion;
import dev.interlock.rules.events.CalendarImported;
import dev.interlock.rules.events.CalendarRemoved;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoveCalendarDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");
    private static final ImportedCalendar PRESENT =
            Absent.EVER.evolve(new CalendarImported("team", 3, "[1]", NOW, "ann"));

    private static Object decide(ImportedCalendar state, int expected, String... rules) {
        return RemoveCalendarDecision.decide(
                state, new RemoveCalendar("team", expected, List.of(rules), "bob"), NOW);
    }

    @Test
    void whatNoRuleNamesIsRemoved() {
        assertThat(decide(PRESENT, 3))
                .isEqualTo(new Accepted<>(List.of(new CalendarRemoved("team", 3, NOW, "bob"))));
    }

    @Test
    void whatARuleNamesStays() {
        assertThat(decide(PRESENT, 3, "r1", "r2"))
                .isEqualTo(new Refused<>(new CalendarInUse("team", List.of("r1", "r2"))));
    }

    @Test
    void nobodyRemovesWhatTheyHaveNotSeenOrWhatIsNotThere() {
        assertThat(decide(PRESENT, 2))
                .isEqualTo(new Refused<>(new StaleVersion("calendar team", 2, 3)));
        assertThat(decide(Absent.EVER, 1)).isEqualTo(new Refused<>(new NoSuchCalendar("team")));
    }
}
