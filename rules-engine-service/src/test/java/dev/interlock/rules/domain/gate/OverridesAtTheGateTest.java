package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.NOW;
import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static dev.interlock.rules.domain.gate.GateTest.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.GateDecision.OverrideUse;
import dev.interlock.contracts.rules.RuleTerms;
import dev.interlock.rules.Story;
import dev.interlock.rules.Story.Target;
import dev.interlock.rules.Story.Told;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.projection.StateHash;
import dev.interlock.rules.projection.WorldWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesAtTheGateTest {

    private static final Target API = new Target("api", "2", "production");
    private static final Instant SOON = NOW.plusSeconds(3600);
    private static final Scope EVERYWHERE = new Scope(List.of(), List.of(), List.of());

    private final Story story = Story.usual();

    /** Fails for want of two approvals, and because of a freeze. */
    private Story blocked() {
        return story.open("DR-1", "ann", toProduction(item("api", "2")))
                .freeze("f1", NOW.minusSeconds(600), null, EVERYWHERE);
    }

    private Judgement judge() {
        return story.judge("api", "2", "production");
    }

    private static List<String> applied(Judgement judgement) {
        assertThat(judgement.overrides()).allMatch(use -> use.code() == null);
        return judgement.overrides().stream().map(OverrideUse::id).toList();
    }

    private Judgement naming(String override) {
        return (Judgement)
                story.ask(new GateQuery("api", "2", "production", null, null, "ci", override));
    }

    @Test
    void deniedAndOverriddenAndAllowed() {
        blocked().override("o1", 1, "sam", API, SOON, "APPROVAL_REQUIRED", "freeze:f1");
        var judgement = judge();
        assertThat(judgement.passes()).isFalse();
        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.httpStatus()).isNull();
        assertThat(judgement.code()).isEqualTo("FREEZE_ACTIVE");
        assertThat(codes(judgement)).contains("FREEZE_ACTIVE", "APPROVAL_REQUIRED");
        assertThat(applied(judgement)).containsExactly("o1");
        assertThat(judgement.message()).startsWith("denied, and allowed by o1: ");
        assertThat(judgement.retryAfter()).isNull();
        assertThat(judgement.earliestPossible()).isEqualTo(NOW);
    }

    @Test
    void nothingIsLiftedByHalves() {
        blocked().override("o1", 1, "sam", API, SOON, "freeze:f1");
        var judgement = judge();
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.httpStatus()).isEqualTo(423);
        assertThat(judgement.overrides())
                .containsExactly(new OverrideUse("o1", "OVERRIDE_MISMATCH"));
    }

    @Test
    void twoMayLiftTogetherWhatNeitherLiftsAlone() {
        blocked()
                .override("o1", 1, "sam", API, SOON, "freeze:f1")
                .override("o2", 1, "sam", API, SOON, "APPROVAL_REQUIRED")
                .override("o3", 1, "sam", API, SOON, "DR_REJECTED");
        assertThat(judge().allowed()).isTrue();
        assertThat(applied(judge())).containsExactly("o1", "o2");
    }

    @Test
    void oneThatLiftsAllIsPreferredToTwo() {
        blocked()
                .override("o1", 1, "sam", API, SOON, "freeze:f1")
                .override("o2", 1, "sam", API, SOON, "APPROVAL_REQUIRED", "freeze:f1");
        assertThat(applied(judge())).containsExactly("o2");
    }

    @Test
    void whatNeedsNoOverrideUsesNone() {
        story.override("o1", 1, "sam", API, SOON, "APPROVAL_REQUIRED");
        assertThat(judge().passes()).isTrue();
        assertThat(judge().overrides()).isEmpty();
    }

    @Test
    void anotherVersionOrEnvironmentOrProductIsNotMeant() {
        blocked()
                .override("o1", 1, "sam", new Target("api", "3", "production"), SOON, ALL)
                .override("o2", 1, "sam", new Target("api", "2", "staging"), SOON, ALL)
                .override("o3", 1, "sam", new Target("web", "2", "production"), SOON, ALL);
        assertThat(judge().allowed()).isFalse();
        assertThat(judge().overrides()).isEmpty();
        for (var named : List.of("o1", "o2", "o3", "o9")) {
            assertThat(naming(named).allowed()).isFalse();
            assertThat(naming(named).overrides())
                    .containsExactly(new OverrideUse(named, "OVERRIDE_MISMATCH"));
        }
    }

    private static final String[] ALL = {"APPROVAL_REQUIRED", "freeze:f1"};

    @Test
    void itEndsHalfOpen() {
        blocked().override("o1", 1, "sam", API, NOW.plusSeconds(1), ALL);
        assertThat(judge().allowed()).isTrue();
        assertThat(story.judgeAt(NOW.plusSeconds(1), "api", "2", "production").allowed()).isFalse();
        story.override("o2", 1, "sam", API, NOW, ALL);
        assertThat(naming("o2").allowed()).isFalse();
        assertThat(naming("o2").overrides())
                .containsExactly(new OverrideUse("o2", "OVERRIDE_EXPIRED"));
    }

    @Test
    void oneThatWasTakenBackLiftsNothing() {
        blocked().override("o1", 1, "sam", API, SOON, ALL).withdrawn("o1", NOW);
        assertThat(judge().allowed()).isFalse();
        assertThat(naming("o1").overrides())
                .containsExactly(new OverrideUse("o1", "OVERRIDE_EXPIRED"));
    }

    @Test
    void twoPeopleStandForItOrItWaits() {
        blocked().override("o1", 2, "sam", API, SOON, ALL);
        assertThat(judge().allowed()).isFalse();
        assertThat(judge().overrides()).containsExactly(new OverrideUse("o1", "OVERRIDE_PENDING"));
        story.confirmed("o1", "quinn");
        assertThat(judge().allowed()).isTrue();
    }

    @Test
    void aStartSpendsIt() {
        blocked().override("o1", 1, "sam", API, SOON, ALL);
        story.started(judge()).failed("api", "2", "production");
        assertThat(judge().allowed()).isFalse();
        assertThat(judge().overrides())
                .as("told unnamed, as it is for what fails")
                .containsExactly(new OverrideUse("o1", "OVERRIDE_SPENT"));
        assertThat(naming("o1").overrides())
                .containsExactly(new OverrideUse("o1", "OVERRIDE_SPENT"));
    }

    @Test
    void whoBrokeTheGlassBreaksNoOtherBeforeTheReviewIsClosed() {
        blocked()
                .override("o1", 2, "sam", API, SOON, ALL)
                .confirmed("o1", "quinn")
                .override("o2", 1, "quinn", API, SOON.plusSeconds(1), ALL);
        story.started(naming("o1")).failed("api", "2", "production");
        assertThat(judge().allowed()).isFalse();
        assertThat(judge().overrides())
                .containsExactly(
                        new OverrideUse("o1", "OVERRIDE_SPENT"),
                        new OverrideUse("o2", "OVERRIDE_REVIEW_DUE"));
        assertThat(story.world().reviewDue("sam")).isTrue();
        story.reviewed("o1");
        assertThat(judge().allowed()).isTrue();
        assertThat(story.world().reviewDue("sam")).isFalse();
    }

    @Test
    void someRulesAreBeyondIt() {
        var never = new RuleTerms(List.of(), List.of(), "enforce", null, null, false);
        story.rule("r1", "enforce", "dr_required", "{}", never)
                .override("o1", 1, "sam", API, SOON, "r1");
        assertThat(judge().allowed()).isFalse();
        assertThat(judge().overrides())
                .containsExactly(new OverrideUse("o1", "OVERRIDE_NOT_ALLOWED"));
        story.rule("r1", "dr_required", "{}");
        assertThat(judge().allowed()).isTrue();
    }

    @Test
    void aRuleIsMeantByItsIdAlone() {
        story.rule("r1", "dr_required", "{}").override("o1", 1, "sam", API, SOON, "DR_REQUIRED");
        assertThat(judge().allowed()).isFalse();
        story.override("o2", 1, "sam", API, SOON, "r1");
        assertThat(judge().overrides()).containsExactly(new OverrideUse("o2", null));
    }

    @Test
    void aRunningDeploymentAndWhatCannotBeReadAreBeyondIt() {
        story.override("o1", 1, "sam", API, SOON, "DEPLOYMENT_IN_PROGRESS", "POLICY_ERROR");
        story.started("api", "1", "production");
        assertThat(judge().allowed()).isFalse();
        story.completed("api", "1", "production");
        assertThat(judge().allowed()).isTrue();
        story.poison("dr", "deployment.failed", "api@production");
        assertThat(judge().allowed()).isFalse();
        assertThat(judge().overrides())
                .containsExactly(new OverrideUse("o1", "OVERRIDE_NOT_ALLOWED"));
    }

    @Test
    void oneOfWhichARecordCannotBeReadLiftsNothing() {
        blocked()
                .override("o1", 1, "sam", API, SOON, ALL)
                .poison("rules", "override.withdrawn", "o1");
        assertThat(judge().allowed()).isFalse();
    }

    /** Waiting leads to an allow as soon as what is not lifted has passed by itself. */
    @Test
    void waitingCountsWhatIsLiftedThen() {
        story.open("DR-1", "ann", toProduction(item("api", "2")))
                .freeze("f1", NOW.minusSeconds(600), NOW.plusSeconds(600), EVERYWHERE)
                .override("o1", 1, "sam", API, SOON, "APPROVAL_REQUIRED");
        assertThat(judge().allowed()).isFalse();
        assertThat(judge().retryAfter()).isEqualTo(NOW.plusSeconds(600));
        assertThat(story.judgeAt(NOW.plusSeconds(600), "api", "2", "production").allowed())
                .isTrue();
        assertThat(story.judgeAt(NOW.plusSeconds(599), "api", "2", "production").allowed())
                .isFalse();
    }

    /** The start comes from one source and the override from another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whicheverSourceIsReadFirstItIsSpent(boolean rulesFirst) {
        blocked().override("o1", 1, "sam", API, SOON, ALL);
        story.started(judge()).failed("api", "2", "production");
        var first = rulesFirst ? "rules" : "dr";
        var again = new WorldWriter();
        for (var told : story.told()) {
            apply(told, again, told.envelope().source().equals(first));
        }
        for (var told : story.told()) {
            apply(told, again, !told.envelope().source().equals(first));
        }
        assertThat(StateHash.of(again.snapshot())).isEqualTo(StateHash.of(story.world()));
        assertThat(again.snapshot().override("o1")).extracting(GivenOverride::spent).isNotNull();
        assertThat(again.snapshot().reviewDue("sam")).isTrue();
    }

    private static void apply(Told told, WorldWriter world, boolean wanted) {
        if (wanted) {
            told.applyTo(world);
        }
    }
}
