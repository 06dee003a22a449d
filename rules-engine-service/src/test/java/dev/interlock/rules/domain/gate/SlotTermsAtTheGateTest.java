package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.approval.ApprovalRevokedV1;
import dev.interlock.contracts.approval.PersonDeactivatedV1;
import dev.interlock.contracts.approval.RoleGrantedV1;
import dev.interlock.contracts.approval.RoleRevokedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.DrContents.Slot;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.Story;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a slot may ask for beside roles, as the gate counts it. */
class SlotTermsAtTheGateTest {

    private static final String REVISION_ONE = "rev-1";

    private final Story story = Story.usual();

    @Test
    void whoLostTheRoleCountsUnlessTheSlotAsksForItNow() {
        for (boolean still : List.of(false, true)) {
            var story = Story.usual();
            story.open("DR-1", "ann", contents(slot("qa", 1, still, null)));
            story.approve("DR-1", "qa", "quinn");
            assertThat(allows(story)).isTrue();

            story.say(
                    Sources.APPROVAL,
                    "person.role_revoked",
                    "quinn",
                    new RoleRevokedV1("quinn", "qa"));
            assertThat(allows(story)).isEqualTo(!still);
        }
    }

    @Test
    void nobodyWhoCannotActIsStillEligible() {
        stillEligible()
                .say(
                        Sources.APPROVAL,
                        "person.deactivated",
                        "quinn",
                        new PersonDeactivatedV1("quinn"));
        assertThat(codes(story)).containsExactly("APPROVAL_REQUIRED");
    }

    /** What could not be read may be the news that the role is gone. */
    @Test
    void whoseRecordsCannotBeReadIsNotStillEligible() {
        stillEligible().poison(Sources.APPROVAL, "person.role_revoked", "quinn");
        assertThat(allows(story)).isFalse();
    }

    @Test
    void aRoleOfAnotherProductIsNoneHere() {
        stillEligible()
                .say(
                        Sources.APPROVAL,
                        "person.role_revoked",
                        "quinn",
                        new RoleRevokedV1("quinn", "qa"))
                .say(
                        Sources.APPROVAL,
                        "person.role_granted",
                        "quinn",
                        new RoleGrantedV1("quinn", "qa", "grt_1", List.of("web"), List.of()));
        assertThat(allows(story)).isFalse();
        assertThat(failed(story).getFirst().whoCanFix().getFirst().people())
                .contains("quentin")
                .doesNotContain("quinn");

        story.say(
                Sources.APPROVAL,
                "person.role_granted",
                "quinn",
                new RoleGrantedV1("quinn", "qa", "grt_2", List.of("api"), List.of("production")));
        assertThat(allows(story)).isTrue();
    }

    @Test
    void whatAnAdminRevokedCountsNoMore() {
        story.open("DR-1", "ann", contents(slot("qa", 1, false, null)));
        story.approve("DR-1", "qa", "quinn");
        story.say(
                Sources.APPROVAL,
                "dr.approval_revoked",
                "DR-1",
                new ApprovalRevokedV1(
                        "apr-DR-1-qa-quinn", "DR-1", "qa", "quinn", "root", "left", Story.NOW));
        assertThat(codes(story)).containsExactly("APPROVAL_REQUIRED");
    }

    @Test
    void anApprovalOfACertainAgeCountsNoMore() {
        for (var age : List.of(Duration.ofHours(8), Duration.ofHours(8).minusNanos(1))) {
            var story = Story.usual();
            story.open("DR-1", "ann", contents(slot("qa", 1, false, Duration.ofHours(8))));
            story.say(Sources.APPROVAL, "dr.approved", "DR-1", approval(story, "quinn", null, age));
            assertThat(allows(story)).isEqualTo(age.compareTo(Duration.ofHours(8)) < 0);
        }
    }

    @Test
    void aLaterStageSaysWhatItWaitsFor() {
        story.open(
                "DR-1",
                "ann",
                contents(slot("qa", 1, false, null), slot("security", 2, false, null)));
        assertThat(failed(story).getLast().message()).contains("stage 2 opens after qa");

        story.approve("DR-1", "qa", "quinn");
        assertThat(failed(story))
                .singleElement()
                .satisfies(open -> assertThat(open.message()).doesNotContain("opens after"));
    }

    @Test
    void standingForTheAuthorIsSelfApproval() {
        story.open("DR-1", "quentin", contents(slot("qa", 1, false, null)));
        story.say(
                Sources.APPROVAL,
                "dr.approved",
                "DR-1",
                approval(story, "quinn", "quentin", Duration.ZERO));
        assertThat(codes(story)).containsExactly("SELF_APPROVAL_FORBIDDEN");
    }

    private Story stillEligible() {
        story.open("DR-1", "ann", contents(slot("qa", 1, true, null)));
        story.approve("DR-1", "qa", "quinn");
        assertThat(allows(story)).isTrue();
        return story;
    }

    private static SlotApprovedV1 approval(
            Story story, String person, @Nullable String actingFor, Duration age) {
        return new SlotApprovedV1(
                REVISION_ONE,
                "DR-1",
                "qa",
                1,
                story.hashOf("DR-1"),
                person,
                "qa",
                List.of("qa"),
                false,
                null,
                null,
                actingFor,
                Story.NOW.minus(age));
    }

    private static boolean allows(Story story) {
        return story.judge("api", "2", "production").allowed();
    }

    private static List<String> codes(Story story) {
        return failed(story).stream().map(Finding::code).toList();
    }

    private static List<Finding> failed(Story story) {
        return story.judge("api", "2", "production").findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .toList();
    }

    private static DrContents contents(Slot... slots) {
        return new DrContents(List.of(item("api", "2")), List.of("production"), List.of(slots));
    }

    private static Slot slot(
            String type, int stage, boolean stillEligible, @Nullable Duration validFor) {
        return new Slot(
                type,
                type,
                List.of(),
                1,
                null,
                false,
                true,
                stage,
                null,
                stillEligible,
                validFor,
                null);
    }
}
