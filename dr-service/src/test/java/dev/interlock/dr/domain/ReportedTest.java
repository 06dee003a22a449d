package dev.interlock.dr.domain;

import static dev.interlock.dr.Decisions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Reports;
import dev.interlock.dr.events.DeploymentAnnounced;
import dev.interlock.dr.events.Report;
import org.junit.jupiter.api.Test;

/** By which identity a lane knows the run of a report. */
class ReportedTest {

    private static final Report PROPER = Reports.of("by-proper-name", 1, NOW);
    private static final Report SPELLED = Reports.of("as-spelled", 1, NOW);

    @Test
    void aNewRunIsKnownByTheProperNameOfItsEnvironment() {
        assertThat(known(Lane.unused(), PROPER, SPELLED)).isEqualTo(PROPER);
        assertThat(known(lane("another-run"), PROPER, SPELLED)).isEqualTo(PROPER);
    }

    @Test
    void aRunRecordedBeforeThatWasSoGoesOnAsItWasSpelled() {
        var lane = lane("as-spelled");
        assertThat(known(lane, PROPER, SPELLED)).isEqualTo(SPELLED);
        assertThat(
                        known(
                                lane,
                                Reports.of("by-proper-name", 2, NOW),
                                Reports.of("as-spelled", 2, NOW)))
                .as("its next attempt")
                .isEqualTo(Reports.of("as-spelled", 2, NOW));
    }

    @Test
    void theProperNameGoesFirst() {
        var lane = lane("as-spelled").evolve(announced("dep_2", "by-proper-name"));
        assertThat(known(lane, PROPER, SPELLED)).isEqualTo(PROPER);
    }

    @Test
    void aRunlessReportIsKnownByItsKeyForAsLongAsThatIsGood() {
        var first = Reports.nameless(NOW);
        var lane =
                Lane.unused()
                        .evolve(
                                new DeploymentAnnounced(
                                        "dep_1", "api", "1.0.0", "production", 1, first));
        var again = Reports.nameless(NOW.plusSeconds(1));
        var proper = again.ofRun("by-proper-name", 120, null);
        assertThat(known(lane, proper, again)).isEqualTo(again);
        var late = Reports.nameless(NOW.plusSeconds(121));
        var properLate = late.ofRun("by-proper-name", 120, null);
        assertThat(known(lane, properLate, late)).isEqualTo(properLate);
    }

    private static Report known(Lane lane, Report report, Report spelled) {
        return new Reported(report, spelled).knownTo(lane).report();
    }

    private static Lane lane(String run) {
        return Lane.unused().evolve(announced("dep_1", run));
    }

    private static DeploymentAnnounced announced(String id, String run) {
        return new DeploymentAnnounced(
                id, "api", "1.0.0", "production", 1, Reports.of(run, 1, NOW));
    }
}
