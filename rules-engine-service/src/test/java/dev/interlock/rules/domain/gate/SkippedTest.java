package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.NOW;
import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.DrContents.Slot;
import dev.interlock.rules.Story;
import dev.interlock.rules.Story.Target;
import dev.interlock.rules.domain.facts.Scope;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** SPEC 5: everyone whose approval was skipped is told. */
class SkippedTest {

    private static final Target API = new Target("api", "2", "production");

    private final Story story = Story.usual();

    @Test
    void whoCouldHaveApprovedAndWhoWouldHaveBeenAskedLater() {
        story.open("DR-1", "ann", contents(slot("qa", 1), slot("security", 2)));
        assertThat(skipped("APPROVAL_REQUIRED"))
                .containsExactlyInAnyOrder("quinn", "quentin", "rita", "sam");
    }

    @Test
    void nobodyWhoseApprovalCounts() {
        story.open("DR-1", "ann", toProduction(item("api", "2"))).approve("DR-1", "qa", "quinn");
        assertThat(skipped("APPROVAL_REQUIRED")).containsExactlyInAnyOrder("rita", "sam");
    }

    @Test
    void whoHadRejectedIt() {
        story.open("DR-1", "ann", toProduction(item("api", "2")));
        story.reject("DR-1", "security", "sam").rejected("DR-1");
        assertThat(skipped("DR_REJECTED")).contains("sam");
    }

    @Test
    void whoseSlotTheRequestShouldHaveHad() {
        story.rule("r1", "dr_required", "{'slot_types':['security']}".replace('\'', '"'));
        assertThat(skipped("r1")).containsExactly("sam");
    }

    @Test
    void whoWouldHaveSignedOffOnceItHadBeenDeployed() {
        story.rule(
                "r1",
                "version_approval_required",
                "{'types':['qa'],'after_deploying_to':'staging'}".replace('\'', '"'));
        assertThat(skipped("r1")).containsExactlyInAnyOrder("quinn", "quentin");
    }

    @Test
    void nobodyOfWhatIsNotLifted() {
        story.freeze("f1", NOW.minusSeconds(60), null, Scope.EVERYWHERE);
        story.override("o1", 1, "sam", API, NOW.plusSeconds(60), "freeze:f1");
        var use = story.judge("api", "2", "production").overrides().getFirst();
        assertThat(use.code()).isNull();
        assertThat(use.skipped()).isNull();
    }

    private List<String> skipped(String lifted) {
        story.override("o1", 1, "dan", API, NOW.plusSeconds(60), lifted);
        var judgement = story.judge("api", "2", "production");
        assertThat(judgement.allowed()).as(judgement.message()).isTrue();
        return Objects.requireNonNull(judgement.overrides().getFirst().skipped());
    }

    private static DrContents contents(Slot... slots) {
        return new DrContents(List.of(item("api", "2")), List.of("production"), List.of(slots));
    }

    private static Slot slot(String type, int stage) {
        return new Slot(
                type, type, List.of(), 1, null, false, true, stage, null, false, null, null);
    }
}
