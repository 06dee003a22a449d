package dev.interlock.approval.write.endquarantine;

import static dev.interlock.approval.domain.Versions.built;
import static dev.interlock.approval.domain.Versions.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.domain.Versions;
import dev.interlock.approval.events.VersionQuarantineEnded;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndQuarantineDecisionTest {

    private static final Approver SAM =
            new Approver("usr_sam", Approver.HUMAN, List.of("security"));
    private static final Approver BOB =
            new Approver("usr_bob", Approver.HUMAN, List.of("release_manager"));

    private final VersionSignOffs quarantined =
            history(Versions.quarantined("vqr_1", "usr_sam", Duration.ofDays(1)));

    @Test
    void whoBeganItEndsItBeforeItsTime() {
        var ended = new VersionQuarantineEnded("vqr_1", "api", "2", "clean");
        assertThat(decide(quarantined, SAM)).isEqualTo(Decision.accepted(ended));
        assertThat(decide(quarantined.evolve(ended), SAM)).isInstanceOf(Redundant.class);
    }

    @Test
    void theBuilderOfTheVersionDoesNot() {
        assertThat(decide(quarantined, BOB)).isInstanceOf(Refused.class);
        assertThat(decide(VersionSignOffs.NONE, SAM)).isInstanceOf(Refused.class);
    }

    private static Decision<VersionSignOffEvent> decide(VersionSignOffs state, Approver by) {
        return EndQuarantineDecision.decide(
                state,
                new EndQuarantine("vqr_1", "clean", by.person(), by.actorKind(), built(null)),
                by);
    }
}
