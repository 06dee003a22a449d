package dev.interlock.approval.write.revokeversionrejection;

import static dev.interlock.approval.domain.Versions.built;
import static dev.interlock.approval.domain.Versions.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.BuilderMayNotSignOff;
import dev.interlock.approval.domain.Refusal.NoSuchSignOff;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.domain.Versions;
import dev.interlock.approval.events.VersionRejectionRevoked;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevokeVersionRejectionDecisionTest {

    private static final Approver SAM =
            new Approver("usr_sam", Approver.HUMAN, List.of("security"));
    private static final Approver RITA =
            new Approver("usr_rita", Approver.HUMAN, List.of("release_manager"));
    private static final Approver BOB =
            new Approver("usr_bob", Approver.HUMAN, List.of("release_manager"));

    private final VersionSignOffs rejected = history(Versions.rejected("vrj_1", "usr_sam"));

    @Test
    void whoRejectedItOrAReleaseManagerLetsItBeShippedAgain() {
        var revoked = new VersionRejectionRevoked("vrj_1", "api", "2", "fixed");
        assertThat(decide(rejected, SAM)).isEqualTo(Decision.accepted(revoked));
        assertThat(decide(rejected, RITA)).isEqualTo(Decision.accepted(revoked));
        assertThat(decide(rejected.evolve(revoked), SAM)).isInstanceOf(Redundant.class);
    }

    @Test
    void itsBuilderOthersAndMachinesDoNot() {
        assertThat(decide(rejected, BOB))
                .isEqualTo(new Refused<>(new BuilderMayNotSignOff(Versions.API)));
        var other = new Approver("usr_sue", Approver.HUMAN, List.of("security"));
        assertThat(decide(rejected, other)).isInstanceOf(Refused.class);
        assertThat(decide(rejected, new Approver("usr_sam", "agent", List.of("security"))))
                .isInstanceOf(Refused.class);
        assertThat(decide(VersionSignOffs.NONE, SAM))
                .isEqualTo(new Refused<>(new NoSuchSignOff("vrj_1")));
    }

    private static Decision<VersionSignOffEvent> decide(VersionSignOffs state, Approver by) {
        return RevokeVersionRejectionDecision.decide(
                state,
                new RevokeVersionRejection(
                        "vrj_1", "fixed", by.person(), by.actorKind(), built(null)),
                by);
    }
}
