package dev.interlock.approval.write.withdrawapproval;

import static dev.interlock.approval.domain.Requests.approved;
import static dev.interlock.approval.domain.Requests.inState;
import static dev.interlock.approval.domain.Requests.slot;
import static dev.interlock.approval.domain.Requests.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.AlreadyStarted;
import dev.interlock.approval.domain.Refusal.NoSuchApproval;
import dev.interlock.approval.domain.Refusal.NotYourApproval;
import dev.interlock.approval.domain.Refusal.RequestNotOpen;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Requests;
import dev.interlock.approval.domain.Starts;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithdrawApprovalDecisionTest {

    private static final Approver ANN = new Approver("usr_ann", Approver.HUMAN, List.of("qa"));
    private static final Approver ADMIN =
            new Approver("usr_root", Approver.HUMAN, List.of("admin"));

    private final RequestSnapshot request = toProduction(slot("qa"));
    private final ApprovalEvent given = approved("apr_1", "qa", "usr_ann", request);
    private final Approvals approvals = Approvals.from(List.of(given));

    @Test
    void takesBackOnesOwn() {
        assertThat(decide(approvals, request, "apr_1", null, ANN))
                .isEqualTo(
                        Decision.accepted(
                                new ApprovalWithdrawn(
                                        "apr_1", "DR-1", "qa", "usr_ann", null, Requests.NOW)));
    }

    @Test
    void twiceIsRedundant() {
        var withdrawn =
                approvals.evolve(new ApprovalWithdrawn("apr_1", "DR-1", "qa", "usr_ann", null));

        assertThat(decide(withdrawn, request, "apr_1", null, ANN)).isInstanceOf(Redundant.class);
    }

    @Test
    void nobodyElseMay() {
        var bob = new Approver("usr_bob", Approver.HUMAN, List.of("qa", "release_manager"));
        var agent = new Approver("usr_ann", "agent", List.of("qa"));

        assertThat(decide(approvals, request, "apr_1", "left the company", ADMIN))
                .isEqualTo(new Refused<>(new NotYourApproval("apr_1")));
        assertThat(decide(approvals, request, "apr_1", "why not", bob))
                .isEqualTo(new Refused<>(new NotYourApproval("apr_1")));
        assertThat(decide(approvals, request, "apr_1", null, agent))
                .isEqualTo(new Refused<>(new AgentMayNotApprove("agent")));
    }

    @Test
    void whatWasNeverGivenCannotBeTakenBack() {
        assertThat(decide(approvals, request, "apr_2", null, ANN))
                .isEqualTo(new Refused<>(new NoSuchApproval("DR-1", "apr_2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "cancelled", "rejected", "expired"})
    void aRequestThatIsOverKeepsItsApprovals(String state) {
        assertThat(decide(approvals, inState(request, state), "apr_1", null, ANN))
                .isEqualTo(new Refused<>(new RequestNotOpen("DR-1", state, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in_progress", "completed"})
    void whenEveryItemHasStartedNothingIsLeftToStop(String state) {
        var all = starts("production", true, "production", true);

        assertThat(decide(approvals, inState(request, state), "apr_1", null, ANN, all))
                .isEqualTo(
                        new Refused<>(
                                new AlreadyStarted("DR-1", "apr_1", List.of("dep_1", "dep_2"))));
    }

    @Test
    void itStopsTheItemsThatHaveNotStarted() {
        assertThat(
                        decide(
                                approvals,
                                request,
                                "apr_1",
                                null,
                                ANN,
                                starts("production", true, "production", false)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void anApprovalForOneTargetLooksAtThatTargetOnly() {
        var starts = starts("production", true, "staging", false);

        assertThat(starts.leaveNothingToStop("production")).isTrue();
        assertThat(starts.leaveNothingToStop("staging")).isFalse();
        assertThat(starts.leaveNothingToStop(null)).isFalse();
        assertThat(new Starts(List.of()).leaveNothingToStop(null)).isFalse();
    }

    private static Starts starts(
            String first, boolean started, String second, boolean alsoStarted) {
        return new Starts(
                List.of(
                        new Starts.Part(first, started, started ? "dep_1" : null),
                        new Starts.Part(second, alsoStarted, alsoStarted ? "dep_2" : null)));
    }

    private static Decision<ApprovalEvent> decide(
            Approvals approvals,
            RequestSnapshot request,
            String approval,
            @Nullable String reason,
            Approver approver) {
        return decide(approvals, request, approval, reason, approver, new Starts(List.of()));
    }

    private static Decision<ApprovalEvent> decide(
            Approvals approvals,
            RequestSnapshot request,
            String approval,
            @Nullable String reason,
            Approver approver,
            Starts starts) {
        var command =
                new WithdrawApproval(
                        approval, reason, approver.person(), approver.actorKind(), request, starts);
        return WithdrawApprovalDecision.decide(approvals, command, approver, Requests.NOW);
    }
}
