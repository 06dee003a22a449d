package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.NOW;
import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.facts.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreezesAtTheGateTest {

    private static final Instant START = NOW.minus(Duration.ofHours(1));
    private static final Instant END = NOW.plus(Duration.ofHours(2));
    private static final Scope EVERYTHING = scope(List.of(), List.of(), List.of());

    private final Story story =
            new Story()
                    .environment("production", "production", "enforce", "prod", "live")
                    .environment("qa", "test", "enforce")
                    .environment("staging", "staging", "report_only");

    @Test
    void stopsADeploymentNamingItselfWhyUntilWhenAndWhoCanThawIt() {
        story.freeze("frz_1", START, END, EVERYTHING);

        var judgement = judge("api", "production", NOW);
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.code()).isEqualTo("FREEZE_ACTIVE");
        assertThat(judgement.httpStatus()).isEqualTo(423);
        assertThat(judgement.retryAfter()).isEqualTo(END);
        assertThat(judgement.earliestPossible()).isEqualTo(END);
        var finding = requireNonNull(judgement.primary());
        assertThat(finding.builtin()).isEqualTo("freeze:frz_1");
        assertThat(finding.message())
                .isEqualTo(
                        "freeze:frz_1 stops deployments of api in production until "
                                + END
                                + ": incident (https://status.example.com/7)");
        assertThat(finding.nextEvaluationTime()).isEqualTo(END);
        assertThat(finding.whoCanFix().getFirst().roles())
                .containsExactly("release_manager", "sre");
        assertThat(requireNonNull(finding.remedy()).url()).isEqualTo("/v1/freezes/frz_1");
    }

    @Test
    void withoutAnyOneFindingPasses() {
        story.freeze("frz_1", START, END, scope(List.of("web"), List.of(), List.of()));

        var judgement = judge("api", "production", NOW);
        assertThat(judgement.allowed()).isTrue();
        assertThat(freezes(judgement)).hasSize(1);
        assertThat(freezes(judgement).getFirst().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void holdsFromItsStartUntilBeforeItsEnd() {
        story.freeze("frz_1", NOW.plusSeconds(60), END, EVERYTHING);

        assertThat(judge("api", "production", NOW.plusSeconds(60).minusNanos(1)).allowed())
                .isTrue();
        assertThat(judge("api", "production", NOW.plusSeconds(60)).allowed()).isFalse();
        assertThat(judge("api", "production", END.minusNanos(1)).allowed()).isFalse();
        assertThat(judge("api", "production", END).allowed()).isTrue();
    }

    @Test
    void isForItsProductsEnvironmentsAliasesAndTypes() {
        story.freeze("frz_p", START, END, scope(List.of("api"), List.of("qa"), List.of()));
        assertThat(judge("api", "qa", NOW).allowed()).isFalse();
        assertThat(judge("web", "qa", NOW).allowed()).isTrue();
        assertThat(judge("api", "production", NOW).allowed()).isTrue();

        story.freeze("frz_a", START, END, scope(List.of("web"), List.of("live"), List.of()));
        for (var name : List.of("production", "prod", "live")) {
            assertThat(judge("web", name, NOW).allowed()).as(name).isFalse();
        }
        assertThat(judge("web", "qa", NOW).allowed()).isTrue();

        story.freeze("frz_t", START, END, scope(List.of(), List.of(), List.of("production")));
        assertThat(judge("other", "prod", NOW).allowed()).isFalse();
        assertThat(judge("other", "qa", NOW).allowed()).isTrue();
    }

    @Test
    void namedByNameAndByAliasItIsOneFinding() {
        story.freeze("frz_1", START, END, scope(List.of(), List.of("live", "prod"), List.of()));

        assertThat(freezes(judge("api", "production", NOW))).hasSize(1);
    }

    @Test
    void holdsWhereNameAndTypeAgree() {
        var both = scope(List.of(), List.of("production", "qa"), List.of("test"));
        story.freeze("frz_1", START, END, both);

        assertThat(judge("api", "qa", NOW).allowed()).isFalse();
        assertThat(judge("api", "production", NOW).allowed()).isTrue();
    }

    @Test
    void thawedItStopsNothingFromThenOnAndDidBefore() {
        var thaw = NOW.minusSeconds(10);
        story.freeze("frz_1", START, END, EVERYTHING).thawFreeze("frz_1", thaw);

        assertThat(judge("api", "production", NOW).allowed()).isTrue();
        assertThat(judge("api", "production", thaw).allowed()).isTrue();
        var before = judge("api", "production", thaw.minusNanos(1));
        assertThat(before.allowed()).isFalse();
        assertThat(before.retryAfter()).isEqualTo(thaw);
    }

    @Test
    void thawedBeforeItsStartItNeverBegins() {
        story.freeze("frz_1", NOW.plusSeconds(60), END, EVERYTHING).thawFreeze("frz_1", NOW);

        assertThat(judge("api", "production", NOW.plusSeconds(61)).allowed()).isTrue();
    }

    @Test
    void extendedItHoldsUntilItsNewEnd() {
        var later = END.plusSeconds(3600);
        story.freeze("frz_1", START, END, EVERYTHING).extendFreeze("frz_1", later, NOW);

        assertThat(judge("api", "production", NOW).retryAfter()).isEqualTo(later);
        assertThat(judge("api", "production", END).allowed()).isFalse();
        assertThat(judge("api", "production", later).allowed()).isTrue();
    }

    @Test
    void whatHasLongEndedStillAnswersForItsTime() {
        story.freeze("frz_1", START, START.plusSeconds(60), EVERYTHING);
        for (int i = 2; i < 50; i++) {
            story.freeze("frz_" + i, START, NOW, scope(List.of("x"), List.of(), List.of()));
        }
        story.thawFreeze("frz_9", NOW.minusSeconds(1));

        assertThat(judge("api", "production", NOW).allowed()).isTrue();
        assertThat(judge("api", "production", START.plusSeconds(59)).allowed()).isFalse();
    }

    @Test
    void ofTwoTheLaterEndCounts() {
        story.freeze("frz_1", START, END, EVERYTHING)
                .freeze("frz_2", START, END.plusSeconds(60), EVERYTHING);

        var judgement = judge("api", "production", NOW);
        assertThat(freezes(judgement))
                .extracting(Finding::builtin)
                .containsExactly("freeze:frz_2", "freeze:frz_1");
        assertThat(judgement.retryAfter()).isEqualTo(END.plusSeconds(60));
        assertThat(judge("api", "production", END.plusSeconds(60)).allowed()).isTrue();
    }

    @Test
    void oneThatBeginsBeforeTheOtherEndsIsWaitedForToo() {
        var last = END.plusSeconds(600);
        story.freeze("frz_1", START, END, EVERYTHING)
                .freeze("frz_2", END, last, EVERYTHING)
                .freeze("frz_3", last.plusNanos(1), last.plusSeconds(5), EVERYTHING);

        assertThat(judge("api", "production", NOW).retryAfter()).isEqualTo(last);
    }

    @Test
    void withoutAnEndThereIsNothingToWaitFor() {
        story.freeze("frz_1", START, null, EVERYTHING).freeze("frz_2", START, END, EVERYTHING);

        var judgement = judge("api", "production", NOW);
        assertThat(judgement.retryAfter()).isNull();
        assertThat(judgement.earliestPossible()).isNull();
        assertThat(requireNonNull(judgement.primary()).message()).contains("until it is thawed");
    }

    @Test
    void waitingAloneDoesNotReplaceAnApproval() {
        story.type("qa", "qa").type("security", "security");
        story.open("DR-1", "ann", toProduction(item("api", "2")));
        story.freeze("frz_1", START, END, EVERYTHING);

        var judgement = judge("api", "production", NOW);
        assertThat(judgement.code()).isEqualTo("FREEZE_ACTIVE");
        assertThat(judgement.retryAfter()).isNull();
        assertThat(judgement.earliestPossible()).isEqualTo(END);
    }

    @Test
    void whereOnlyReportingIsDoneItIsListedAndDoesNotBlock() {
        story.freeze("frz_1", START, END, EVERYTHING);

        var judgement = judge("api", "staging", NOW);
        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.wouldBlock()).isTrue();
        assertThat(judgement.code()).isEqualTo("FREEZE_ACTIVE");
        assertThat(freezes(judgement).getFirst().mode()).isEqualTo(Mode.REPORT_ONLY);
    }

    @Test
    void noRollbackAndNoRedeploymentIsExempt() {
        for (var version : List.of("1", "2")) {
            story.started("api", version, "production").completed("api", version, "production");
        }
        story.freeze("frz_1", START, END, EVERYTHING);

        assertThat(judge("api", "1", "production", NOW).action()).isEqualTo("rollback");
        assertThat(judge("api", "1", "production", NOW).allowed()).isFalse();
        assertThat(judge("api", "2", "production", NOW).allowed()).isFalse();
    }

    @Test
    void whatWasAdmittedBeforeFinishes() {
        story.started("api", "2", "production");
        story.freeze("frz_1", START, END, EVERYTHING);
        story.completed("api", "2", "production");

        assertThat(judge("api", "2", "production", END).action()).isEqualTo("redeploy");
        assertThat(judge("api", "2", "production", END).allowed()).isTrue();
    }

    @Test
    void oneThatCannotBeReadMayStopAnything() {
        story.poison(Sources.RULES, "freeze.activated", "frz_1");

        var judgement = judge("api", "qa", NOW);
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.code()).isEqualTo("POLICY_ERROR");
        assertThat(requireNonNull(judgement.primary()).message()).contains("freeze frz_1");
        assertThat(judgement.retryAfter()).isNull();
    }

    @Test
    void aThawThatCannotBeReadThawsNothing() {
        story.freeze("frz_1", START, END, EVERYTHING)
                .poison(Sources.RULES, "freeze.thawed", "frz_1")
                .thawFreeze("frz_1", NOW);

        assertThat(judge("api", "production", NOW).allowed()).isFalse();
        assertThat(judge("api", "production", END).code()).isEqualTo("POLICY_ERROR");
    }

    @Test
    void anExtensionOfAFreezeNobodyHeardOfIsUnreadable() {
        story.extendFreeze("frz_9", END, NOW);

        assertThat(judge("api", "production", NOW).code()).isEqualTo("POLICY_ERROR");
    }

    private static Scope scope(
            List<String> products, List<String> environments, List<String> types) {
        return new Scope(products, environments, types);
    }

    private static List<Finding> freezes(Judgement judgement) {
        return judgement.findings().stream().filter(f -> f.code().equals("FREEZE_ACTIVE")).toList();
    }

    private Judgement judge(String product, String environment, Instant at) {
        return judge(product, "2", environment, at);
    }

    private Judgement judge(String product, String version, String environment, Instant at) {
        var query = new GateQuery(product, version, environment, null, null, "ci");
        return (Judgement) Gate.decide(query, story.world(), at);
    }
}
