package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.rules.Story;
import org.junit.jupiter.api.Test;

/** What its owner recorded as expired blocks until it is revised or a newer one covers the same. */
class ExpiredRequestsTest {

    private static final DrContents API = toProduction(item("api", "2"));

    private final Story story = Story.usual().open("DR-1", "ann", API).expired("DR-1");

    @Test
    void itBlocksWhateverApprovalsItHas() {
        story.approve("DR-1", "qa", "quinn").approve("DR-1", "security", "sam");

        var judgement = story.judge("api", "2", "production");

        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.code()).isEqualTo("APPROVAL_EXPIRED");
        assertThat(judgement.httpStatus()).isEqualTo(428);
        assertThat(judgement.message()).contains("DR-1 expired").contains("revise it");
        assertThat(judgement.retryAfter()).isNull();
    }

    @Test
    void neitherCancellingNorDeactivatingLiftsIt() {
        for (var lifted : new Story[] {cancelled(), deactivated()}) {
            assertThat(lifted.judge("api", "2", "production").code()).isEqualTo("APPROVAL_EXPIRED");
        }
    }

    @Test
    void revisingLiftsIt() {
        story.revise("DR-1", "ann");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();

        story.activate("DR-1");
        assertThat(story.judge("api", "2", "production").code()).isEqualTo("APPROVAL_REQUIRED");
    }

    @Test
    void aNewerOneThatIsActivatedLiftsIt() {
        story.draft("DR-2", "ann", API);
        assertThat(story.judge("api", "2", "production").code()).isEqualTo("APPROVAL_EXPIRED");

        story.activate("DR-2").approve("DR-2", "qa", "quinn").approve("DR-2", "security", "sam");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
    }

    /** Until then it stands in the way; from then on the newer one is what counts. */
    @Test
    void anOlderOneThatRunsOutIsWaitedForIfANewerOneCoversTheSame() {
        var end = Story.NOW.plusSeconds(7200);
        var both =
                Story.usual()
                        .openUntil("DR-1", end, API)
                        .open("DR-2", "ann", API)
                        .approve("DR-2", "qa", "quinn")
                        .approve("DR-2", "security", "sam");
        var judgement = both.judge("api", "2", "production");
        assertThat(judgement.code()).isEqualTo("APPROVAL_REQUIRED");
        assertThat(judgement.retryAfter()).isEqualTo(end);
        assertThat(both.judgeAt(end.minusSeconds(1), "api", "2", "production").allowed()).isFalse();
        assertThat(both.judgeAt(end, "api", "2", "production").allowed()).isTrue();

        var alone = Story.usual().openUntil("DR-1", end, API);
        assertThat(alone.judge("api", "2", "production").retryAfter()).isNull();
        assertThat(alone.judgeAt(end, "api", "2", "production").code())
                .isEqualTo("APPROVAL_EXPIRED");
    }

    @Test
    void aRuleThatRequiresARequestFailsWithTheSameCode() {
        story.drRequired("rule-1", "enforce", "{}");
        assertThat(story.judge("api", "2", "production").code()).isEqualTo("APPROVAL_EXPIRED");
    }

    @Test
    void aVetoThatIsHeardOfLaterSaysMore() {
        story.reject("DR-1", "qa", "quinn");
        assertThat(story.judge("api", "2", "production").code()).isEqualTo("DR_REJECTED");
    }

    private static Story cancelled() {
        return Story.usual().open("DR-1", "ann", API).expired("DR-1").cancel("DR-1");
    }

    private static Story deactivated() {
        return Story.usual().open("DR-1", "ann", API).expired("DR-1").deactivate("DR-1");
    }
}
