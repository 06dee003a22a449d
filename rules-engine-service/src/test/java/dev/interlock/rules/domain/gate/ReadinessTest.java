package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.gate.Readiness.Status;
import dev.interlock.rules.domain.gate.Readiness.Target;
import dev.interlock.rules.domain.gate.Readiness.Word;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final Story story =
            Story.usual().open("DR-1", "ann", toProduction(item("api", "2"), item("web", "3")));

    @Test
    void withoutApprovalsItAwaitsThemAndSaysWhoCanGiveThem() {
        var readiness = readiness("DR-1");

        assertThat(readiness.word()).isEqualTo(Word.AWAITING_APPROVAL);
        assertThat(readiness.targets()).extracting(Target::status).containsOnly(Status.PENDING);
        var missing = readiness.targets().getFirst().missing();
        assertThat(missing).extracting(Finding::code).contains("APPROVAL_REQUIRED");
        assertThat(missing.getFirst().whoCanFix().getFirst().people()).contains("quinn");
    }

    @Test
    void withAllOfThemItIsApproved() {
        approve("DR-1");

        assertThat(readiness("DR-1").word()).isEqualTo(Word.APPROVED);
        assertThat(readiness("DR-1").targets()).allMatch(target -> target.missing().isEmpty());
    }

    @Test
    void whatNoApprovalHealsBlocksIt() {
        story.started("api", "1", "production");

        assertThat(readiness("DR-1").word()).isEqualTo(Word.BLOCKED);
    }

    @Test
    void aTrainThatGoesIsDeployingThenPartiallyDeployed() {
        approve("DR-1");
        story.started("api", "2", "production", "DR-1");
        assertThat(readiness("DR-1").word()).isEqualTo(Word.DEPLOYING);

        story.completed("api", "2", "production", "DR-1");
        assertThat(readiness("DR-1").word()).isEqualTo(Word.PARTIALLY_DEPLOYED);
        assertThat(readiness("DR-1").targets())
                .extracting(Target::status)
                .containsExactly(Status.DEPLOYED, Status.PENDING);
    }

    /** As at the gate: before its owner has said so, too. */
    @Test
    void aRunWhoseLeaseHasEndedIsNotDeploying() {
        approve("DR-1");
        story.lease(Story.NOW.minusSeconds(1)).started("api", "2", "production", "DR-1");

        assertThat(readiness("DR-1").word()).isEqualTo(Word.APPROVED);
        assertThat(readiness("DR-1").targets())
                .extracting(Target::status)
                .containsOnly(Status.PENDING);
    }

    @Test
    void aTrainThatOnlyWaitsForItselfIsApproved() {
        story.open("DR-2", "ann", toProduction(item("one", "1", 1), item("two", "1", 2)));
        approve("DR-2");

        assertThat(readiness("DR-2").word()).isEqualTo(Word.APPROVED);
        assertThat(readiness("DR-2").targets().getLast().missing())
                .extracting(Finding::code)
                .containsExactly("ORDER_VIOLATION");
    }

    @Test
    void anotherOpenRequestForTheSameTargetIsHeardToo() {
        approve("DR-1");
        story.open("DR-3", "ann", toProduction(item("api", "2")));

        assertThat(readiness("DR-1").word()).isEqualTo(Word.AWAITING_APPROVAL);
    }

    @Test
    void whatIsNotInProgressHasNone() {
        story.draft("DR-4", "ann", toProduction(item("api", "9")));
        assertThat(readiness("DR-4").word()).isNull();

        story.reject("DR-1", "qa", "quinn");
        assertThat(readiness("DR-1").word()).isNull();
    }

    private void approve(String dr) {
        story.approve(dr, "qa", "quinn").approve(dr, "security", "sam");
    }

    private Readiness readiness(String dr) {
        var world = story.world();
        return Readiness.of(Objects.requireNonNull(world.request(dr)), world, Story.NOW);
    }
}
