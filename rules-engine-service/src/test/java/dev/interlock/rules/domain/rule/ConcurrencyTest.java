package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.domain.rule.Asked.NOW;
import static dev.interlock.rules.domain.rule.Asked.finding;
import static dev.interlock.rules.domain.rule.Asked.judge;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.story;
import static dev.interlock.rules.domain.rule.Asked.with;
import static dev.interlock.rules.domain.rule.Asked.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.rules.RuleCreatedV1;
import dev.interlock.rules.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencyTest {

    private static final String RUNNING = "DEPLOYMENT_IN_PROGRESS";

    @Test
    void anEnvironmentTakesSoManyAtOnce() {
        var story = with("concurrency", "{'maximum':2}");
        story.started("web", "1", "production").started("api", "2", "staging");
        assertThat(said(story)).isEqualTo("PASSED");
        story.started("shop", "1", "production");
        assertThat(said(story)).isEqualTo(RUNNING);
        assertThat(finding(story, NOW).message())
                .isEqualTo(
                        "2 of 2 deployments to production are in progress: shop 1 in production,"
                                + " web 1 in production");
        assertThat(judge(story, NOW).httpStatus()).isEqualTo(409);
        assertThat(judge(story, NOW).retryAfter()).isNull();
        assertThat(judge(story, NOW).earliestPossible()).isNull();
        assertThat(said(story.failed("shop", "1", "production"))).isEqualTo("PASSED");
        story.started("shop", "2", "production");
        assertThat(said(story)).isEqualTo(RUNNING);
        assertThat(said(story.completed("web", "1", "production"))).isEqualTo("PASSED");
    }

    @Test
    void whatWasNotHeardOfUntilItsLeaseEndedNoLongerCounts() {
        var story = with("concurrency", "{'maximum':1}").lease(NOW);
        story.started("web", "1", "production");
        assertThat(said(story, NOW.minusMillis(1))).isEqualTo(RUNNING);
        assertThat(judge(story, NOW.minusMillis(1)).retryAfter()).isNull();
        assertThat(said(story, NOW)).isEqualTo("PASSED");
        story.heardOf("web", "1", "production", NOW.plusSeconds(60));
        assertThat(said(story, NOW.plusSeconds(59))).isEqualTo(RUNNING);
        assertThat(said(story, NOW.plusSeconds(60))).isEqualTo("PASSED");
    }

    @Test
    void aProductMayGoToSoManyEnvironmentsOfTheScopeAtOnce() {
        var product = scoped("{\"maximum\":1,\"per\":\"product\"}", List.of());
        product.started("web", "1", "production").started("api", "2", "test");
        assertThat(said(product)).as("test is out of scope").isEqualTo("PASSED");
        product.started("api", "2", "staging");
        assertThat(said(product)).isEqualTo(RUNNING);
    }

    @Test
    void onlyWhatTheRuleIsForCounts() {
        var rule = scoped("{\"maximum\":1,\"per\":\"rule\"}", List.of("api", "web"));
        rule.started("shop", "1", "production").started("web", "1", "test");
        assertThat(said(rule)).isEqualTo("PASSED");
        rule.started("web", "1", "staging");
        assertThat(said(rule)).isEqualTo(RUNNING);
        var here = scoped("{\"maximum\":1}", List.of("api", "web"));
        here.started("shop", "1", "production").started("web", "1", "staging");
        assertThat(said(here)).isEqualTo("PASSED");
    }

    @Test
    void ofALaneThatCannotBeReadSomethingMayRun() {
        var one = with("concurrency", "{'maximum':1}");
        one.completed("web", "1", "production");
        one.poison("dr", "deployment.started", "web@production");
        assertThat(said(one)).isEqualTo("POLICY_ERROR");
        var two = with("concurrency", "{'maximum':2}");
        two.poison("dr", "deployment.started", "web@production");
        assertThat(said(two)).isEqualTo("PASSED");
        two.poison("dr", "deployment.started", "a%40b@production");
        assertThat(said(two)).isEqualTo("POLICY_ERROR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/maximum",
                "{'maximum':0}|/maximum",
                "{'maximum':'2'}|/maximum",
                "{'maximum':2,'per':'lane'}|/per",
                "{'maximum':2,'queue':true}|/queue"
            })
    void badOptionsAreNamed(String options, String pointer) {
        assertThat(wrong("concurrency", options)).containsExactly(pointer);
    }

    @Test
    void goodOptionsAreReadAsTheyAreWritten() {
        assertThat(wrong("concurrency", "{'maximum':3,'per':'rule'}")).isEmpty();
        assertThat(new Concurrency(3, "product").sentence())
                .isEqualTo("no more than 3 deployments of a product may run at once");
    }

    /** For production and, by its alias, staging. */
    private static Story scoped(String definition, List<String> products) {
        return story().say(
                        Sources.RULES,
                        "rule.created",
                        "r1",
                        new RuleCreatedV1(
                                "r1",
                                1,
                                "r1",
                                "enforce",
                                "concurrency",
                                products,
                                List.of("production", "stage"),
                                List.of(),
                                definition,
                                null));
    }
}
