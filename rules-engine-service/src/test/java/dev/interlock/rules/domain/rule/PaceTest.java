package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.domain.rule.Asked.NOW;
import static dev.interlock.rules.domain.rule.Asked.ago;
import static dev.interlock.rules.domain.rule.Asked.finding;
import static dev.interlock.rules.domain.rule.Asked.judge;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.with;
import static dev.interlock.rules.domain.rule.Asked.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How soon and how often: {@code cooldown} and {@code quota}. */
class PaceTest {

    private static final String COOLING = "VERSION_COOLDOWN";
    private static final String EXCEEDED = "DEPLOY_QUOTA_EXCEEDED";

    @Test
    void aCooldownRunsFromTheLastCompletionThere() {
        var story = with("cooldown", "{'minimum':'PT2H'}");
        assertThat(said(story)).isEqualTo("PASSED");
        story.at(ago("PT1H")).completed("api", "1", "production");
        assertThat(said(story)).isEqualTo(COOLING);
        assertThat(judge(story, NOW).retryAfter()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(said(story, NOW.plusSeconds(3_599))).isEqualTo(COOLING);
        assertThat(said(story, NOW.plusSeconds(3_600))).isEqualTo("PASSED");
    }

    @Test
    void otherProductsPlacesAndFailuresAreNoReasonToCool() {
        var story = with("cooldown", "{'minimum':'PT2H'}").at(ago("PT1H"));
        story.completed("web", "1", "production").completed("api", "1", "staging");
        story.started("api", "1", "production").failed("api", "1", "production");
        assertThat(said(story)).isEqualTo("PASSED");
    }

    @Test
    void aQuotaCountsAdmittedStartsInEveryPeriodOfThatLength() {
        var story = with("quota", "{'maximum':2,'period':'P1D'}");
        run(story, "api", "1", "PT23H");
        assertThat(said(story)).isEqualTo("PASSED");
        run(story, "api", "1", "PT3H");
        assertThat(said(story)).isEqualTo(EXCEEDED);
        assertThat(finding(story, NOW).message()).contains("2 of 2 deployments of api");
        assertThat(judge(story, NOW).retryAfter()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(said(story, NOW.plusSeconds(3_599))).isEqualTo(EXCEEDED);
        assertThat(said(story, NOW.plusSeconds(3_600))).isEqualTo("PASSED");
    }

    @Test
    void aQuotaIsPerProductOrForTheWholeEnvironment() {
        var own = with("quota", "{'maximum':1,'period':'P1D'}");
        run(own, "web", "1", "PT3H");
        assertThat(said(own)).isEqualTo("PASSED");
        var all = with("quota", "{'maximum':1,'period':'P1D','per':'environment'}");
        run(all, "web", "1", "PT3H");
        assertThat(said(all)).isEqualTo(EXCEEDED);
        var ofOthers =
                Asked.story()
                        .rule(
                                "r1",
                                new Scope(List.of("api"), List.of(), List.of()),
                                "quota",
                                "{\"maximum\":1,\"period\":\"P1D\",\"per\":\"environment\"}");
        run(ofOthers, "web", "1", "PT3H");
        assertThat(said(ofOthers)).as("of what the rule is for").isEqualTo("PASSED");
        run(ofOthers, "api", "1", "PT2H");
        assertThat(said(ofOthers)).isEqualTo(EXCEEDED);
        var elsewhere = with("quota", "{'maximum':1,'period':'P1D','per':'environment'}");
        elsewhere.at(ago("PT3H")).started("api", "1", "staging");
        assertThat(said(elsewhere)).isEqualTo("PASSED");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whenBothWillPassIsWhenTheyDoAndNotASecondEarlier(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            var story =
                    with(
                            "quota",
                            "{'maximum':%d,'period':'PT%dM','per':'environment'}"
                                    .formatted(1 + random.nextInt(3), 1 + random.nextInt(600)));
            story.rule(
                    "r2", "cooldown", "{\"minimum\":\"PT%dM\"}".formatted(1 + random.nextInt(300)));
            for (int i = 6 + random.nextInt(6); i > 0; i--) {
                run(story, random.nextBoolean() ? "api" : "web", "1", "PT" + 10 * i + "M");
            }
            var judgement = judge(story, NOW);
            if (!judgement.allowed()) {
                var then = Objects.requireNonNull(judgement.retryAfter());
                assertThat(then).isEqualTo(judgement.earliestPossible());
                assertThat(judge(story, then).allowed()).isTrue();
                assertThat(judge(story, then.minusSeconds(1)).allowed()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cooldown|{}|/minimum",
                "cooldown|{'minimum':3}|/minimum",
                "cooldown|{'minimum':'PT1H','since':'start'}|/since",
                "quota|{'period':'P1D'}|/maximum",
                "quota|{'maximum':0,'period':'P1D'}|/maximum",
                "quota|{'maximum':1.5,'period':'P1D'}|/maximum",
                "quota|{'maximum':2}|/period",
                "quota|{'maximum':2,'period':'P1D','per':'lane'}|/per"
            })
    void badOptionsAreNamed(String kind, String options, String pointer) {
        assertThat(wrong(kind, options)).containsExactly(pointer);
    }

    @Test
    void goodOptionsAreReadAsTheyAreWritten() {
        assertThat(wrong("cooldown", "{'minimum':'PT90M'}")).isEmpty();
        assertThat(wrong("quota", "{'maximum':3,'period':'P7D','per':'environment'}")).isEmpty();
    }

    private static void run(Story story, String product, String version, String ago) {
        story.at(ago(ago))
                .started(product, version, "production")
                .completed(product, version, "production");
    }
}
