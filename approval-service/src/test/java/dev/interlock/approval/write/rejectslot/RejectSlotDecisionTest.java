package dev.interlock.approval.write.rejectslot;

import static dev.interlock.approval.domain.Requests.approved;
import static dev.interlock.approval.domain.Requests.edited;
import static dev.interlock.approval.domain.Requests.slot;
import static dev.interlock.approval.domain.Requests.toProduction;
import static dev.interlock.approval.domain.Requests.withoutVeto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.RequestNotOpen;
import dev.interlock.approval.domain.Refusal.RoleNotEligible;
import dev.interlock.approval.domain.Refusal.StaleRevision;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Requests;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.SlotRejected;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectSlotDecisionTest {

    private static final List<String> QA_ROLES = List.of("qa", "release_manager", "admin");
    private static final Approver ANN = new Approver("usr_ann", Approver.HUMAN, List.of("qa"));

    private final RequestSnapshot request = toProduction(slot("qa"), slot("security"));

    @Test
    void saysWhetherItClosesTheRequest() {
        assertThat(decide(Approvals.NONE, request, 1, ANN))
                .isEqualTo(Decision.accepted(rejection("rej_new", true)));
        assertThat(decide(Approvals.NONE, toProduction(withoutVeto("qa")), 1, ANN))
                .isEqualTo(Decision.accepted(rejection("rej_new", false)));
    }

    @Test
    void comesAlsoAfterFullApproval() {
        var approvals =
                history(
                        approved("apr_1", "qa", "usr_bob", request),
                        approved("apr_2", "security", "usr_cid", request));

        assertThat(decide(approvals, request, 1, ANN)).isInstanceOf(Accepted.class);
    }

    @Test
    void takesBackTheSamePersonsApprovalOfTheSlot() {
        var approvals = history(approved("apr_1", "qa", "usr_ann", request));

        assertThat(decide(approvals, request, 1, ANN))
                .isEqualTo(
                        new Accepted<>(
                                List.of(
                                        new ApprovalWithdrawn(
                                                "apr_1",
                                                "DR-1",
                                                "qa",
                                                "usr_ann",
                                                "rejected by the same person",
                                                Requests.NOW),
                                        rejection("rej_new", true))));
    }

    @Test
    void repeatedIsRedundantThoughTheRequestIsClosedBySelf() {
        var approvals = history(rejection("rej_1", true));

        assertThat(decide(approvals, request, 1, ANN)).isInstanceOf(Redundant.class);
    }

    @Test
    void aSecondPersonFindsItClosed() {
        var approvals = history(rejection("rej_1", true));
        var bob = new Approver("usr_bob", Approver.HUMAN, List.of("qa"));

        assertThat(decide(approvals, request, 1, bob))
                .isEqualTo(new Refused<>(new RequestNotOpen("DR-1", "rejected", "rej_1")));
    }

    @Test
    void theAuthorMayReject() {
        var author = new Approver(Requests.AUTHOR, Approver.HUMAN, List.of("qa"));

        assertThat(decide(Approvals.NONE, request, 1, author)).isInstanceOf(Accepted.class);
    }

    @Test
    void needsTheRoleTheRevisionAndAHuman() {
        var outsider = new Approver("usr_dev", Approver.HUMAN, List.of("developer"));
        var agent = new Approver("usr_ann", "agent", List.of("qa"));

        assertThat(decide(Approvals.NONE, request, 1, outsider))
                .isEqualTo(new Refused<>(new RoleNotEligible("qa", QA_ROLES)));
        assertThat(decide(Approvals.NONE, edited(request, "bb"), 1, ANN))
                .isEqualTo(new Refused<>(new StaleRevision("DR-1", 1, 2)));
        assertThat(decide(Approvals.NONE, request, 1, agent))
                .isEqualTo(new Refused<>(new AgentMayNotApprove("agent")));
    }

    private static SlotRejected rejection(String id, boolean veto) {
        return new SlotRejected(
                id,
                "DR-1",
                "qa",
                1,
                Requests.HASH,
                "usr_ann",
                "qa",
                List.of("qa"),
                veto,
                "not good enough");
    }

    private static Approvals history(ApprovalEvent... events) {
        return Approvals.from(List.of(events));
    }

    private static Decision<ApprovalEvent> decide(
            Approvals approvals, RequestSnapshot request, int revision, Approver approver) {
        var command =
                new RejectSlot(
                        "rej_new",
                        "qa",
                        revision,
                        "not good enough",
                        approver.person(),
                        approver.delegator(),
                        approver.actorKind(),
                        request);
        return RejectSlotDecision.decide(approvals, command, approver, QA_ROLES, Requests.NOW);
    }
}
