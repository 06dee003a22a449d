package dev.interlock.approval.write.approveslot;

import static dev.interlock.approval.domain.Requests.approved;
import static dev.interlock.approval.domain.Requests.edited;
import static dev.interlock.approval.domain.Requests.inState;
import static dev.interlock.approval.domain.Requests.optionalSlot;
import static dev.interlock.approval.domain.Requests.retitled;
import static dev.interlock.approval.domain.Requests.slot;
import static dev.interlock.approval.domain.Requests.slotFor;
import static dev.interlock.approval.domain.Requests.slotOf;
import static dev.interlock.approval.domain.Requests.to;
import static dev.interlock.approval.domain.Requests.toProduction;
import static dev.interlock.approval.domain.Requests.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.NoSuchSlot;
import dev.interlock.approval.domain.Refusal.OnePersonOneSlot;
import dev.interlock.approval.domain.Refusal.RequestNotOpen;
import dev.interlock.approval.domain.Refusal.RevisionAhead;
import dev.interlock.approval.domain.Refusal.RoleNotEligible;
import dev.interlock.approval.domain.Refusal.SelfApprovalForbidden;
import dev.interlock.approval.domain.Refusal.StaleRevision;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.RequestSnapshot.Target;
import dev.interlock.approval.domain.Requests;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.RequestFullyApproved;
import dev.interlock.approval.events.SlotApproved;
import dev.interlock.approval.events.SlotRejected;
import dev.interlock.approval.events.StageOpened;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApproveSlotDecisionTest {

    private static final List<String> QA_ROLES = List.of("qa", "release_manager", "admin");
    private static final Approver ANN = human("usr_ann", "viewer", "qa");

    private final RequestSnapshot request = toProduction(slot("qa"), slot("security"));

    @Test
    void recordsWhatTheApproverSawAndInWhichRole() {
        var decision = decide(Approvals.NONE, request, "qa", 1, ANN);

        assertThat(decision)
                .isEqualTo(
                        Decision.accepted(
                                new SlotApproved(
                                        "apr_new",
                                        "DR-1",
                                        "qa",
                                        1,
                                        Requests.HASH,
                                        "usr_ann",
                                        "qa",
                                        List.of("viewer", "qa"),
                                        false,
                                        "fine",
                                        null,
                                        null,
                                        Requests.NOW)));
    }

    @Test
    void theLastRequiredSlotMakesItFullyApproved() {
        var approvals = history(approved("apr_1", "security", "usr_bob", request));

        assertThat(accepted(decide(approvals, request, "qa", 1, ANN)))
                .hasSize(2)
                .last()
                .isEqualTo(new RequestFullyApproved("DR-1", 1, Requests.HASH));
    }

    @Test
    void anOptionalSlotLeftOpenDoesNotKeepItFromBeingFullyApproved() {
        var relaxed = toProduction(slot("qa"), optionalSlot("security"));

        assertThat(accepted(decide(Approvals.NONE, relaxed, "qa", 1, ANN))).hasSize(2);
    }

    /** Whoever decides in a later stage hears of it then, and not before. */
    @Test
    void theApprovalThatALaterStageWaitedForOpensIt() {
        var staged = toProduction(slot("qa"), Requests.slotWith("security", 1, 2, List.of(), null));

        assertThat(accepted(decide(Approvals.NONE, staged, "qa", 1, ANN)))
                .hasSize(2)
                .last()
                .isEqualTo(new StageOpened("DR-1", 1, List.of("security")));
    }

    @Test
    void itIsFullyApprovedOnce() {
        var relaxed = toProduction(slot("security"), optionalSlot("qa"));
        var approvals = history(approved("apr_1", "security", "usr_bob", relaxed));

        assertThat(accepted(decide(approvals, relaxed, "qa", 1, ANN))).hasSize(1);
    }

    @Test
    void itIsFullyApprovedAgainAfterAWithdrawalWasMadeGood() {
        var single = toProduction(slot("qa"));
        var approvals =
                history(
                        approved("apr_1", "qa", "usr_ann", single),
                        new RequestFullyApproved("DR-1", 1, Requests.HASH),
                        new ApprovalWithdrawn("apr_1", "DR-1", "qa", "usr_ann", null));

        assertThat(accepted(decide(approvals, single, "qa", 1, ANN))).hasSize(2);
    }

    @Test
    void twoOfTwoNeedsTwoPersons() {
        var pair = toProduction(slotOf("qa", 2));
        var approvals = history(approved("apr_1", "qa", "usr_bob", pair));

        assertThat(accepted(decide(Approvals.NONE, pair, "qa", 1, ANN))).hasSize(1);
        assertThat(accepted(decide(approvals, pair, "qa", 1, ANN))).hasSize(2);
    }

    @Test
    void oneMoreThanNeededIsLabelledSurplus() {
        var approvals = history(approved("apr_1", "qa", "usr_bob", request));

        assertThat(accepted(decide(approvals, request, "qa", 1, ANN)))
                .singleElement()
                .isInstanceOfSatisfying(SlotApproved.class, e -> assertThat(e.surplus()).isTrue());
    }

    @Test
    void theSameAgainIsRedundant() {
        var approvals = history(approved("apr_1", "qa", "usr_ann", request));

        assertThat(decide(approvals, request, "qa", 1, ANN)).isInstanceOf(Redundant.class);
    }

    @Test
    void theSameAgainStaysRedundantAfterTheRoleIsLost() {
        var approvals = history(approved("apr_1", "qa", "usr_ann", request));

        assertThat(decide(approvals, request, "qa", 1, human("usr_ann", "viewer")))
                .isInstanceOf(Redundant.class);
    }

    @Test
    void onePersonFillsAtMostOneSlot() {
        var approvals = history(approved("apr_1", "security", "usr_ann", request));

        assertThat(refusal(decide(approvals, request, "qa", 1, ANN)))
                .isEqualTo(new OnePersonOneSlot("DR-1", "security", "apr_1"));
    }

    @Test
    void aWithdrawnApprovalLeavesThePersonFree() {
        var approvals =
                history(
                        approved("apr_1", "security", "usr_ann", request),
                        new ApprovalWithdrawn("apr_1", "DR-1", "security", "usr_ann", null));

        assertThat(accepted(decide(approvals, request, "qa", 1, ANN))).hasSize(1);
    }

    @Test
    void whoseApprovalWentStaleMayApproveAgainAlsoAnotherSlot() {
        var edited = edited(request, "bb");
        var approvals = history(approved("apr_1", "security", "usr_ann", request));

        assertThat(accepted(decide(approvals, edited, "qa", 2, ANN)))
                .singleElement()
                .isInstanceOfSatisfying(
                        SlotApproved.class,
                        e -> {
                            assertThat(e.revision()).isEqualTo(2);
                            assertThat(e.contentHash()).isEqualTo("bb");
                        });
    }

    @Test
    void staleApprovalsDoNotMakeItFullyApproved() {
        var edited = edited(request, "bb");
        var approvals = history(approved("apr_1", "security", "usr_bob", request));

        assertThat(accepted(decide(approvals, edited, "qa", 2, ANN))).hasSize(1);
    }

    @Test
    void anOlderRevisionIsRefused() {
        assertThat(refusal(decide(Approvals.NONE, edited(request, "bb"), "qa", 1, ANN)))
                .isEqualTo(new StaleRevision("DR-1", 1, 2));
        assertThat(refusal(decide(Approvals.NONE, retitled(request), "qa", 1, ANN)))
                .isEqualTo(new StaleRevision("DR-1", 1, 2));
    }

    @Test
    void aRevisionThatDoesNotExistYetIsRefused() {
        assertThat(refusal(decide(Approvals.NONE, request, "qa", 7, ANN)))
                .isEqualTo(new RevisionAhead("DR-1", 7, 1));
    }

    @Test
    void anUnknownSlotIsRefusedNamingTheOthers() {
        assertThat(refusal(decide(Approvals.NONE, request, "uat", 1, ANN)))
                .isEqualTo(new NoSuchSlot("DR-1", "uat", List.of("qa", "security")));
    }

    @Test
    void aRoleThatDoesNotFillTheSlotIsRefusedNamingThoseThatDo() {
        assertThat(refusal(decide(Approvals.NONE, request, "qa", 1, human("usr_ann", "developer"))))
                .isEqualTo(new RoleNotEligible("qa", QA_ROLES));
    }

    @Test
    void theAuthorMayNotApproveForProduction() {
        assertThat(refusal(decide(Approvals.NONE, request, "qa", 1, human(Requests.AUTHOR, "qa"))))
                .isEqualTo(new SelfApprovalForbidden("DR-1", "author"));
    }

    @Test
    void whoBuiltAVersionMayNotApproveItForProduction() {
        assertThat(refusal(decide(Approvals.NONE, request, "qa", 1, human(Requests.BUILDER, "qa"))))
                .isEqualTo(new SelfApprovalForbidden("DR-1", "version_builder"));
    }

    @Test
    void neitherMayTheLastEditorNotEvenAnAdmin() {
        assertThat(
                        refusal(
                                decide(
                                        Approvals.NONE,
                                        request,
                                        "qa",
                                        1,
                                        human(Requests.EDITOR, "admin"))))
                .isEqualTo(new SelfApprovalForbidden("DR-1", "last_editor"));
    }

    @Test
    void theAuthorMayApproveForStaging() {
        var staging = to("staging", "staging", slot("qa"));

        assertThat(accepted(decide(Approvals.NONE, staging, "qa", 1, human(Requests.AUTHOR, "qa"))))
                .isNotEmpty();
    }

    @Test
    void anEnvironmentMaySeparateDutiesOrNotWhateverItsType() {
        var strict =
                with(toProduction(slot("qa")), List.of(new Target("staging", "staging", true)));
        assertThat(refusal(decide(Approvals.NONE, strict, "qa", 1, human(Requests.AUTHOR, "qa"))))
                .isEqualTo(new SelfApprovalForbidden("DR-1", "author"));
        var open =
                with(
                        toProduction(slot("qa")),
                        List.of(new Target("production", "production", false)));
        assertThat(accepted(decide(Approvals.NONE, open, "qa", 1, human(Requests.AUTHOR, "qa"))))
                .isNotEmpty();
    }

    @Test
    void anUnscopedSlotTakesTheStrictestTarget() {
        var both = with(toProduction(slot("qa")), targets());

        assertThat(refusal(decide(Approvals.NONE, both, "qa", 1, human(Requests.AUTHOR, "qa"))))
                .isInstanceOf(SelfApprovalForbidden.class);
    }

    @Test
    void aScopedSlotTakesItsOwnTarget() {
        var both = with(toProduction(slotFor("qa", "staging"), slotFor("uat", "gone")), targets());

        assertThat(accepted(decide(Approvals.NONE, both, "qa", 1, human(Requests.AUTHOR, "qa"))))
                .isNotEmpty();
        assertThat(refusal(decide(Approvals.NONE, both, "uat", 1, human(Requests.AUTHOR, "qa"))))
                .isInstanceOf(SelfApprovalForbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "ci", "system"})
    void whatIsNoHumanSignsNothing(String actorKind) {
        assertThat(
                        refusal(
                                decide(
                                        Approvals.NONE,
                                        request,
                                        "qa",
                                        1,
                                        new Approver("usr_ann", actorKind, List.of("qa")))))
                .isEqualTo(new AgentMayNotApprove(actorKind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "completed", "cancelled", "rejected", "expired"})
    void onlyAnOpenRequestCanBeApproved(String state) {
        assertThat(refusal(decide(Approvals.NONE, inState(request, state), "qa", 1, ANN)))
                .isEqualTo(new RequestNotOpen("DR-1", state, null));
    }

    @Test
    void afterAVetoItIsClosedThoughItsOwnerHasNotHeardYet() {
        assertThat(refusal(decide(history(rejected(true)), request, "qa", 1, ANN)))
                .isEqualTo(new RequestNotOpen("DR-1", "rejected", "rej_1"));
    }

    @Test
    void aRejectionWithoutVetoClosesNothing() {
        assertThat(accepted(decide(history(rejected(false)), request, "qa", 1, ANN))).hasSize(1);
    }

    @Test
    void anEditThatOvertakesAVetoOpensNothing() {
        assertThat(refusal(decide(history(rejected(true)), edited(request, "bb"), "qa", 2, ANN)))
                .isEqualTo(new RequestNotOpen("DR-1", "rejected", "rej_1"));
    }

    @Test
    void revisingARejectedRequestClearsItsApprovalsAndItsRejection() {
        var revised = Requests.revised(request);

        assertThat(accepted(decide(history(rejected(true)), revised, "qa", 2, ANN))).hasSize(1);
        assertThat(refusal(decide(history(rejected(true)), revised, "qa", 1, ANN)))
                .isEqualTo(new StaleRevision("DR-1", 1, 2));
    }

    private static List<Target> targets() {
        return List.of(new Target("staging", "staging"), new Target("production", "production"));
    }

    private static SlotRejected rejected(boolean veto) {
        return new SlotRejected(
                "rej_1",
                "DR-1",
                "security",
                1,
                Requests.HASH,
                "usr_bob",
                "security",
                List.of("security"),
                veto,
                "no");
    }

    private static Approver human(String person, String... roles) {
        return new Approver(person, Approver.HUMAN, List.of(roles));
    }

    private static Approvals history(ApprovalEvent... events) {
        return Approvals.from(List.of(events));
    }

    private static Decision<ApprovalEvent> decide(
            Approvals approvals,
            RequestSnapshot request,
            String slot,
            int revision,
            Approver approver) {
        var command =
                new ApproveSlot(
                        "apr_new",
                        slot,
                        revision,
                        "fine",
                        approver.person(),
                        approver.delegator(),
                        approver.actorKind(),
                        request);
        return ApproveSlotDecision.decide(approvals, command, approver, QA_ROLES, Requests.NOW);
    }

    private static List<ApprovalEvent> accepted(Decision<ApprovalEvent> decision) {
        return switch (decision) {
            case Accepted(var events) -> events;
            case Redundant<ApprovalEvent> _, Refused<ApprovalEvent> _ ->
                    throw new AssertionError(decision);
        };
    }

    private static Refusal refusal(Decision<ApprovalEvent> decision) {
        return switch (decision) {
            case Refused(var refusal) -> refusal;
            case Accepted<ApprovalEvent> _, Redundant<ApprovalEvent> _ ->
                    throw new AssertionError(decision);
        };
    }
}
