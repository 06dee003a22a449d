package dev.interlock.approval.write.rejectversion;

import static dev.interlock.approval.domain.Versions.API;
import static dev.interlock.approval.domain.Versions.NOW;
import static dev.interlock.approval.domain.Versions.SECURITY;
import static dev.interlock.approval.domain.Versions.approved;
import static dev.interlock.approval.domain.Versions.history;
import static dev.interlock.approval.domain.Versions.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.events.VersionApprovalRevoked;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectVersionDecisionTest {

    private static final Approver SAM =
            new Approver("usr_sam", Approver.HUMAN, List.of("security"));

    @Test
    void takesBackWhatTheSamePersonSignedOff() {
        var state = history(approved("vap_1", "usr_sam", null), approved("vap_2", "usr_sue", null));

        assertThat(decide(state, SAM))
                .isEqualTo(
                        new Accepted<>(
                                List.of(
                                        new VersionApprovalRevoked(
                                                "vap_1", "api", "2", "rejected by the same person"),
                                        rejected("vrj_new", "usr_sam"))));
    }

    @Test
    void theSameInTheSameWordsIsRedundant() {
        assertThat(decide(history(rejected("vrj_1", "usr_sam")), SAM))
                .isInstanceOf(Redundant.class);
        assertThat(decide(history(rejected("vrj_1", "usr_sue")), SAM)).isInstanceOf(Accepted.class);
    }

    @Test
    void machinesAndOthersDoNotReject() {
        assertThat(decide(VersionSignOffs.NONE, new Approver(null, "ci", List.of())))
                .isInstanceOf(Refused.class);
        assertThat(
                        decide(
                                VersionSignOffs.NONE,
                                new Approver("usr_q", Approver.HUMAN, List.of("qa"))))
                .isInstanceOf(Refused.class);
    }

    private static Decision<VersionSignOffEvent> decide(VersionSignOffs state, Approver approver) {
        return RejectVersionDecision.decide(
                state,
                new RejectVersion(
                        "vrj_new",
                        API,
                        "security",
                        "leaks",
                        List.of(),
                        approver.person(),
                        approver.actorKind()),
                approver,
                SECURITY,
                NOW);
    }
}
