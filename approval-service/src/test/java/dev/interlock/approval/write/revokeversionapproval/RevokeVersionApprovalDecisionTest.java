package dev.interlock.approval.write.revokeversionapproval;

import static dev.interlock.approval.domain.Versions.built;
import static dev.interlock.approval.domain.Versions.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.domain.Versions;
import dev.interlock.approval.events.VersionApprovalRevoked;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevokeVersionApprovalDecisionTest {

    private static final Approver SAM =
            new Approver("usr_sam", Approver.HUMAN, List.of("security"));
    private static final Approver MACHINE = new Approver(null, "ci", List.of());

    private final VersionSignOffs approved = history(Versions.approved("vap_1", "usr_sam", null));

    @Test
    void whoGaveItTakesItBack() {
        var revoked = new VersionApprovalRevoked("vap_1", "api", "2", "mistaken");
        assertThat(decide(approved, "usr_sam", SAM)).isEqualTo(Decision.accepted(revoked));
        assertThat(decide(approved.evolve(revoked), "usr_sam", SAM)).isInstanceOf(Redundant.class);
        var byKey = history(Versions.approved("vap_1", "tok_1", null));
        assertThat(decide(byKey, "tok_1", MACHINE)).isEqualTo(Decision.accepted(revoked));
    }

    @Test
    void anothersIsForReleaseManagers() {
        var sue = new Approver("usr_sue", Approver.HUMAN, List.of("security"));
        assertThat(decide(approved, "usr_sue", sue)).isInstanceOf(Refused.class);
        assertThat(decide(approved, "tok_2", MACHINE)).isInstanceOf(Refused.class);
        var rita = new Approver("usr_rita", Approver.HUMAN, List.of("release_manager"));
        assertThat(decide(approved, "usr_rita", rita)).isInstanceOf(Accepted.class);
    }

    private static Decision<VersionSignOffEvent> decide(
            VersionSignOffs state, String principal, Approver by) {
        return RevokeVersionApprovalDecision.decide(
                state,
                new RevokeVersionApproval(
                        "vap_1", "mistaken", principal, by.person(), by.actorKind(), built(null)),
                by);
    }
}
