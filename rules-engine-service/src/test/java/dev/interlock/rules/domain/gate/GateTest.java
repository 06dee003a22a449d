package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.slot;
import static dev.interlock.rules.Story.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.GateQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Story story = Story.usual();

    @Test
    void anOpenRequestWithoutApprovalsBlocksAndNamesWhoCanHelp() {
        story.open("DR-1", "ann", toProduction(item("api", "2")));

        var judgement = story.judge("api", "2", "production");

        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.httpStatus()).isEqualTo(428);
        assertThat(codes(judgement)).containsExactly("APPROVAL_REQUIRED", "APPROVAL_REQUIRED");
        var qa = failed(judgement).getFirst();
        assertThat(qa.waitingOn().getFirst().slot()).isEqualTo("qa");
        assertThat(qa.waitingOn().getFirst().missing()).isEqualTo(1);
        assertThat(qa.whoCanFix().getFirst().roles())
                .containsExactly("qa", "release_manager", "admin");
        assertThat(qa.whoCanFix().getFirst().people()).containsExactly("quentin", "quinn", "rita");
        assertThat(judgement.earliestPossible()).isEqualTo(Story.NOW);
        assertThat(judgement.retryAfter()).isNull();
    }

    @Test
    void twoPersonsApproveAndItGoes() {
        story.open("DR-1", "ann", toProduction(item("api", "2")))
                .approve("DR-1", "qa", "quinn")
                .approve("DR-1", "security", "sam");

        var judgement = story.judge("api", "2", "production");

        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.primary()).isNull();
        assertThat(judgement.wouldBlock()).isFalse();
        assertThat(judgement.action()).isEqualTo("deploy");
    }

    @Test
    void onePersonFillsOneSlotOnly() {
        story.open("DR-1", "ann", toProduction(item("api", "2")))
                .approve("DR-1", "qa", "rita")
                .approve("DR-1", "security", "rita");

        var judgement = story.judge("api", "2", "production");

        assertThat(codes(judgement)).containsExactly("APPROVAL_REQUIRED");
        assertThat(failed(judgement).getFirst().whoCanFix().getFirst().people())
                .containsExactly("sam");
    }

    @Test
    void twoOfTwoNeedsTwoPersons() {
        var contents =
                new DrContents(
                        List.of(item("api", "2")), List.of("production"), List.of(slot("qa", 2)));
        story.open("DR-1", "ann", contents)
                .approve("DR-1", "qa", "quinn")
                .approve("DR-1", "qa", "quinn");
        assertThat(story.judge("api", "2", "production").allowed()).isFalse();

        story.approve("DR-1", "qa", "quentin");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
    }

    @Test
    void editingTheItemsMakesApprovalsStaleForGood() {
        var before = toProduction(item("api", "2"));
        story.open("DR-1", "ann", before)
                .approve("DR-1", "qa", "quinn")
                .approve("DR-1", "security", "sam")
                .edit("DR-1", "ann", toProduction(item("api", "2"), item("web", "1")));
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("APPROVAL_STALE", "APPROVAL_STALE");

        story.edit("DR-1", "ann", before); // undoing revives nothing
        assertThat(story.judge("api", "2", "production").allowed()).isFalse();
    }

    @Test
    void editingTheTitleKeepsApprovals() {
        var contents = toProduction(item("api", "2"));
        approved("DR-1", contents).edit("DR-1", "ann", contents);
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
    }

    @Test
    void anApprovalTakenBackNoLongerCounts() {
        approved("DR-1", toProduction(item("api", "2"))).withdraw("DR-1", "qa", "quinn");
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("APPROVAL_REQUIRED");
    }

    @Test
    void theAuthorTheLastEditorAndTheDeployerAreNoApproversInProduction() {
        story.open("DR-1", "quinn", toProduction(item("api", "2")))
                .approve("DR-1", "qa", "quinn")
                .approve("DR-1", "security", "sam");
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("SELF_APPROVAL_FORBIDDEN");

        story.approve("DR-1", "qa", "quentin");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
        var bySam = story.judge("api", "2", "production", null, "sam");
        assertThat(codes(bySam)).containsExactly("SELF_APPROVAL_FORBIDDEN");
        assertThat(failed(bySam).getFirst().whoCanFix().getFirst().people())
                .containsExactly("rita");
    }

    @Test
    void anEnvironmentMaySeparateDutiesOrNotWhateverItsTypeAndAlsoAfterwards() {
        story.open("DR-1", "quinn", toProduction(item("api", "2")))
                .approve("DR-1", "qa", "quinn")
                .approve("DR-1", "security", "sam");

        story.separation("production", "production", false);
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();

        story.separation("production", "staging", true);
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("SELF_APPROVAL_FORBIDDEN");
    }

    @Test
    void whoBuiltAVersionIsNoApproverInProductionAlsoIfItWasBuiltAfterwards() {
        story.holds("usr_q", "qa")
                .open("DR-1", "ann", toProduction(item("api", "2"), item("web", "1")))
                .approve("DR-1", "qa", "usr_q")
                .approve("DR-1", "security", "sam");
        story.built("other", "1", "usr_q").built("api", "2", "tok_ci");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();

        story.built("web", "1", "usr_q");

        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("SELF_APPROVAL_FORBIDDEN");
    }

    @Test
    void aRejectionBlocksAtOnceAlsoAfterFullApproval() {
        approved("DR-1", toProduction(item("api", "2"))).reject("DR-1", "qa", "quentin");
        var judgement = story.judge("api", "2", "production");
        assertThat(codes(judgement)).containsExactly("DR_REJECTED");
        assertThat(judgement.earliestPossible()).isNull();

        story.cancel("DR-1");
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("DR_REJECTED");
    }

    @Test
    void anEditThatOvertookTheNewsOfAVetoDoesNotLiftIt() {
        approved("DR-1", toProduction(item("api", "2"))).reject("DR-1", "qa", "quentin");
        story.edit("DR-1", "ann", toProduction(item("api", "2"), item("web", "1")));
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("DR_REJECTED");
    }

    @Test
    void revisingOrANewerActiveRequestLiftsARejection() {
        var contents = toProduction(item("api", "2"));
        story.open("DR-1", "ann", contents).reject("DR-1", "qa", "quinn").rejected("DR-1");
        story.draft("DR-2", "ann", contents);
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("DR_REJECTED");
        approvedAfterDraft("DR-2");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();

        story.cancel("DR-2").revise("DR-1", "ann").activate("DR-1");
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("APPROVAL_REQUIRED", "APPROVAL_REQUIRED");
    }

    @Test
    void whatWasApprovedBeforeARevisionCountsNoMore() {
        approved("DR-1", toProduction(item("api", "2"))).reject("DR-1", "qa", "quentin");
        story.rejected("DR-1").revise("DR-1", "ann").activate("DR-1");

        assertThat(codes(story.judge("api", "2", "production")))
                .isNotEmpty()
                .containsOnly("APPROVAL_STALE");
    }

    @Test
    void everyOpenRequestThatCoversMustBeSatisfiedUnlessOneIsNamed() {
        approved("DR-1", toProduction(item("api", "2")));
        story.open("DR-2", "ann", toProduction(item("api", "2"), item("web", "1")));
        assertThat(story.judge("api", "2", "production").allowed()).isFalse();
        assertThat(story.judge("api", "2", "production", "DR-1", null).allowed()).isTrue();
        assertThat(story.judge("api", "2", "production", "DR-2", null).allowed()).isFalse();
    }

    @Test
    void aNamedRequestMustCoverTheDeployment() {
        approved("DR-1", toProduction(item("api", "2")));
        assertThat(story.ask(new GateQuery("api", "3", "production", "DR-1", null, "ci")))
                .isInstanceOf(Ruling.NotCovered.class);
        assertThat(story.ask(new GateQuery("api", "2", "staging", "DR-1", null, "ci")))
                .isInstanceOf(Ruling.NotCovered.class);
        assertThat(story.ask(new GateQuery("api", "2", "production", "DR-9", null, "ci")))
                .isInstanceOf(Ruling.NotCovered.class);
    }

    @Test
    void aNamedRequestThatIsNotOpenAuthorisesNothing() {
        approved("DR-1", toProduction(item("api", "2"))).deactivate("DR-1");
        assertThat(story.judge("api", "2", "production").allowed())
                .isTrue(); // no rule asks for one
        assertThat(codes(story.judge("api", "2", "production", "DR-1", null)))
                .containsExactly("DR_REQUIRED");
    }

    @Test
    void aBusyLaneComesFirstAmongFailures() {
        story.open("DR-1", "ann", toProduction(item("api", "2"))).started("api", "1", "production");
        var judgement = story.judge("api", "2", "production");
        assertThat(judgement.httpStatus()).isEqualTo(409);
        assertThat(judgement.code()).isEqualTo("DEPLOYMENT_IN_PROGRESS");
        assertThat(judgement.message()).endsWith("(and 2 more)");

        story.failed("api", "1", "production");
        assertThat(story.judge("api", "2", "production").httpStatus()).isEqualTo(428);
    }

    @Test
    void aCompletedDeploymentSpendsTheAdmissionAFailedOneDoesNot() {
        approved("DR-1", toProduction(item("api", "2"), item("web", "1")))
                .started("api", "2", "production", "DR-1")
                .failed("api", "2", "production", "DR-1");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();

        story.started("api", "2", "production", "DR-1").completed("api", "2", "production", "DR-1");
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("ADMISSION_SPENT");
        assertThat(story.judge("web", "1", "production").allowed()).isTrue();
    }

    @Test
    void aLaterOrderGroupWaitsForTheEarlierOne() {
        approved("DR-1", toProduction(item("db", "5"), item("api", "2", 2)));
        var judgement = story.judge("api", "2", "production");
        assertThat(codes(judgement)).containsExactly("ORDER_VIOLATION");
        assertThat(judgement.message()).contains("db 5");

        story.started("db", "5", "production", "DR-1").completed("db", "5", "production", "DR-1");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
    }

    /** A schema in two steps, say: the first version no longer runs, and never again will. */
    @Test
    void aGroupWhoseVersionALaterGroupReplacedIsDone() {
        approved("DR-1", toProduction(item("db", "5"), item("db", "6", 2), item("api", "2", 3)));
        story.started("db", "5", "production", "DR-1").completed("db", "5", "production", "DR-1");
        var between = story.judge("api", "2", "production");
        assertThat(codes(between)).containsExactly("ORDER_VIOLATION");
        assertThat(between.message()).contains("db 6").doesNotContain("db 5");
        story.started("db", "6", "production", "DR-1").completed("db", "6", "production", "DR-1");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
        story.completed("db", "7", "production");
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("ORDER_VIOLATION");
    }

    @Test
    void actionKindsAreProvenFromHistory() {
        story.completed("api", "1", "production").completed("api", "2", "production");
        assertThat(story.judge("api", "1", "production").action()).isEqualTo("rollback");
        assertThat(story.judge("api", "2", "production").action()).isEqualTo("redeploy");
        assertThat(story.judge("api", "3", "production").action()).isEqualTo("deploy");
    }

    /** Else whoever reports a completion could call the next start a redeployment. */
    @Test
    void whatTheGateHadNotAdmittedProvesNoRedeploymentWhereItIsEnforced() {
        story.ungated("api", "9", "production").ungated("api", "9", "staging");
        assertThat(story.judge("api", "9", "production").action()).isEqualTo("deploy");
        assertThat(story.judge("api", "9", "staging").action()).isEqualTo("redeploy");
    }

    @Test
    void whatTheGateHadNotAdmittedLetsNoLaterOrderGroupGo() {
        approved("DR-1", toProduction(item("db", "5"), item("api", "2", 2)))
                .ungated("db", "5", "production");
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("ORDER_VIOLATION");
        story.started("db", "5", "production", "DR-1").completed("db", "5", "production", "DR-1");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
        story.completed("db", "6", "production").ungated("db", "5", "production");
        assertThat(codes(story.judge("api", "2", "production")))
                .as("its admitted run has ended")
                .containsExactly("ORDER_VIOLATION");
    }

    @Test
    void anUnknownEnvironmentIsRefusedWithTheNearestName() {
        var judgement = story.judge("api", "2", "prodution");
        assertThat(codes(judgement)).containsExactly("UNREGISTERED_ENVIRONMENT");
        assertThat(judgement.message()).contains("production");
        assertThat(new Story().judge("api", "2", "anything").allowed()).isTrue();
    }

    @Test
    void anAliasMeansItsEnvironment() {
        story.environment("live", "production", "enforce", "prod");
        story.open(
                "DR-1",
                "ann",
                new DrContents(List.of(item("api", "2")), List.of("prod"), List.of(slot("qa", 1))));
        assertThat(codes(story.judge("api", "2", "live"))).containsExactly("APPROVAL_REQUIRED");
        assertThat(codes(story.judge("api", "2", "prod"))).containsExactly("APPROVAL_REQUIRED");
    }

    @Test
    void aReportOnlyEnvironmentLetsItThroughAndSaysSo() {
        story.open(
                "DR-1",
                "ann",
                new DrContents(
                        List.of(item("api", "2")), List.of("staging"), List.of(slot("qa", 1))));
        var judgement = story.judge("api", "2", "staging");
        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.wouldBlock()).isTrue();
        assertThat(judgement.code()).isEqualTo("APPROVAL_REQUIRED");
        assertThat(failed(judgement)).allMatch(f -> f.mode() == Finding.Mode.REPORT_ONLY);
    }

    @Test
    void slotsForAnotherTargetAndOptionalOnesAreNotNeeded() {
        var elsewhere = new DrContents.Slot("qa", "qa", List.of(), 1, "staging", false, true);
        var optional = new DrContents.Slot("sec", "security", List.of(), 1, null, true, true);
        story.open(
                "DR-1",
                "ann",
                new DrContents(
                        List.of(item("api", "2")),
                        List.of("staging", "production"),
                        List.of(elsewhere, optional)));
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
    }

    @Test
    void anUnreadableRecordBlocksItsEntityAndNothingElse() {
        approved("DR-1", toProduction(item("api", "2")));
        story.poison("approval", "dr.approval_withdrawn", "DR-1");
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("POLICY_ERROR");
        assertThat(story.judge("web", "1", "production").allowed()).isTrue();

        story.poison("dr", "deployment.started", "web@production");
        assertThat(story.judge("web", "1", "production").allowed()).isFalse();
    }

    private Story approved(String dr, DrContents contents) {
        return story.open(dr, "ann", contents)
                .approve(dr, "qa", "quinn")
                .approve(dr, "security", "sam");
    }

    private void approvedAfterDraft(String dr) {
        story.activate(dr).approve(dr, "qa", "quinn").approve(dr, "security", "sam");
    }

    static List<Finding> failed(Judgement judgement) {
        return judgement.findings().stream()
                .filter(f -> f.outcome() == Outcome.FAILED || f.outcome() == Outcome.ERROR)
                .toList();
    }

    static List<String> codes(Judgement judgement) {
        return failed(judgement).stream().map(Finding::code).toList();
    }
}
