package dev.interlock.dr.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Lane.Admission;
import dev.interlock.dr.domain.LaneDeployment.Ended;
import dev.interlock.dr.domain.LaneDeployment.Running;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a deployment request counts as started in a lane. */
class LaneStartsTest {

    private static final RunTrace TRACE = new RunTrace("dep_1", "2.0", null, null, Map.of());

    @Test
    void whatRunsForTheRequestHasStarted() {
        var lane =
                new Lane(
                        1, List.of(new Running(TRACE, List.of("DR-1"), null)), Set.of(), List.of());

        assertThat(lane.hasStarted("DR-1", "2.0")).isTrue();
        assertThat(lane.startedBy("DR-1", "2.0"))
                .isEqualTo(lane.newestFirst().map(d -> d.trace().id()).findFirst());
        assertThat(lane.startedBy("DR-1", "3.0")).isEmpty();
        assertThat(lane.hasStarted("DR-1", "3.0")).isFalse();
        assertThat(lane.hasStarted("DR-2", "2.0")).isFalse();
    }

    @Test
    void whatHasCompletedHasStartedAndWhatHasFailedMayStartAgain() {
        var ended = List.<LaneDeployment>of(new Ended(TRACE, Outcome.FAILED));

        assertThat(new Lane(2, ended, Set.of(), List.of()).hasStarted("DR-1", "2.0")).isFalse();
        assertThat(
                        new Lane(2, ended, Set.of(new Admission("DR-1", "2.0")), List.of())
                                .hasStarted("DR-1", "2.0"))
                .isTrue();
        assertThat(Lane.unused().hasStarted("DR-1", "2.0")).isFalse();
    }
}
