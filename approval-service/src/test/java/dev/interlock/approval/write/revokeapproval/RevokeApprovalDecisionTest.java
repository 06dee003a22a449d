package dev.interlock.approval.write.revokeapproval;

import static dev.interlock.approval.domain.Requests.NOW;
import static dev.interlock.approval.domain.Requests.approved;
import static dev.interlock.approval.domain.Requests.slot;
import static dev.interlock.approval.domain.Requests.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.AdminsOnly;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.AlreadyStarted;
import dev.interlock.approval.domain.Refusal.NoSuchApproval;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Starts;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalRevoked;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevokeApprovalDecisionTest {

    private static final Approver ADMIN =
            new Approver("usr_root", Approver.HUMAN, List.of("admin"));
    private static final Starts NONE = new Starts(List.of());

    private final RequestSnapshot request = toProduction(slot("qa"));
    private final Approvals approvals =
            Approvals.from(List.of(approved("apr_1", "qa", "usr_ann", request)));
    private final ApprovalRevoked revoked =
            new ApprovalRevoked("apr_1", "DR-1", "qa", "usr_ann", "usr_root", "left", NOW);

    @Test
    void anAdminRevokes() {
        assertThat(decide(approvals, "apr_1", ADMIN, NONE)).isEqualTo(Decision.accepted(revoked));
    }

    @Test
    void twiceIsRedundant() {
        assertThat(decide(approvals.evolve(revoked), "apr_1", ADMIN, NONE))
                .isInstanceOf(Redundant.class);
    }

    @Test
    void nobodyElseDoes() {
        var ann = new Approver("usr_ann", Approver.HUMAN, List.of("qa", "release_manager"));
        var agent = new Approver("usr_root", "agent", List.of("admin"));

        assertThat(decide(approvals, "apr_1", ann, NONE))
                .isEqualTo(new Refused<>(new AdminsOnly("apr_1")));
        assertThat(decide(approvals, "apr_1", agent, NONE))
                .isEqualTo(new Refused<>(new AgentMayNotApprove("agent")));
    }

    @Test
    void whatIsNotThereOrHasDoneItsWorkIsNotRevoked() {
        var started = new Starts(List.of(new Starts.Part("production", true, "dep_1")));

        assertThat(decide(approvals, "apr_2", ADMIN, NONE))
                .isEqualTo(new Refused<>(new NoSuchApproval("DR-1", "apr_2")));
        assertThat(decide(approvals, "apr_1", ADMIN, started))
                .isEqualTo(new Refused<>(new AlreadyStarted("DR-1", "apr_1", List.of("dep_1"))));
    }

    private Decision<ApprovalEvent> decide(
            Approvals state, String approval, Approver by, Starts starts) {
        var command =
                new RevokeApproval(approval, "left", by.person(), by.actorKind(), request, starts);
        return RevokeApprovalDecision.decide(state, command, by, NOW);
    }
}
