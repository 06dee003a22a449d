package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static dev.interlock.rules.domain.gate.GateTest.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.contracts.gate.Finding.RuleRef;
import dev.interlock.contracts.rules.RuleTerms;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesAtTheGateTest {

    private final Story story = Story.usual();

    @Test
    void withoutARequestARuleBlocks() {
        story.drRequired("r1", "enforce", "{}");
        var judgement = story.judge("api", "2", "production");
        assertThat(codes(judgement)).containsExactly("DR_REQUIRED");
        assertThat(judgement.findings().getLast().rule()).isEqualTo(new RuleRef("r1", "r1", 1));
        assertThat(story.judge("api", "2", "staging").wouldBlock()).isFalse();
    }

    @Test
    void aReportOnlyRuleIsListedAndDoesNotBlock() {
        story.drRequired("r1", "report_only", "{}");
        var judgement = story.judge("api", "2", "production");
        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.wouldBlock()).isTrue();
        assertThat(judgement.code()).isEqualTo("DR_REQUIRED");
    }

    @Test
    void aDisabledRuleIsListedAsSkipped() {
        story.drRequired("r1", "disabled", "{}");
        var judgement = story.judge("api", "2", "production");
        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.findings().getLast().outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void aRuleCanAskForSlotTypes() {
        story.drRequired("r1", "enforce", "{\"slot_types\":[\"compliance\"]}");
        story.open("DR-1", "ann", toProduction(item("api", "2")))
                .approve("DR-1", "qa", "quinn")
                .approve("DR-1", "security", "sam");
        var judgement = story.judge("api", "2", "production");
        assertThat(codes(judgement)).containsExactly("DR_REQUIRED");
        assertThat(judgement.message()).contains("compliance");
    }

    @Test
    void aRuleCanAskForATemplateInWhicheverVersion() {
        story.drRequired("r1", "enforce", "{\"templates\":[\"TPL-1\",\"TPL-2\"]}");
        approved(story.openFrom("DR-1", null, toProduction(item("api", "2"))));
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("DR_REQUIRED");
        assertThat(story.judge("api", "2", "production").message())
                .contains("is not made from template TPL-1 or TPL-2");
        approved(story.openFrom("DR-2", "TPL-2", toProduction(item("api", "2"))));
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
    }

    @Test
    void aRuleCanAskForLinksOfCertainKinds() {
        story.drRequired("r1", "enforce", "{\"link_kinds\":[\"Ticket\",\"risk\"]}");
        approved(story.openFrom("DR-1", "TPL-1", toProduction(item("api", "2")), "ticket"));
        assertThat(story.judge("api", "2", "production").message())
                .contains("has no link of kind risk");
        approved(story.openFrom("DR-2", null, toProduction(item("api", "3")), "TICKET", "risk"));
        assertThat(story.judge("api", "3", "production").allowed()).isTrue();
    }

    private static void approved(Story story) {
        for (var dr : List.of("DR-1", "DR-2")) {
            if (story.world().request(dr) != null) {
                story.approve(dr, "qa", "quinn").approve(dr, "security", "sam");
            }
        }
    }

    @Test
    void aRejectedRequestFailsTheRuleWithTheSameCode() {
        story.drRequired("r1", "enforce", "{}");
        story.open("DR-1", "ann", toProduction(item("api", "2"))).reject("DR-1", "qa", "quinn");
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("DR_REJECTED", "DR_REJECTED");
    }

    @Test
    void anOlderOpenRequestDoesNotSatisfyItWhileTheNewestIsRejected() {
        story.drRequired("r1", "enforce", "{}")
                .open("DR-1", "ann", toProduction(item("api", "2")))
                .approve("DR-1", "qa", "quinn")
                .approve("DR-1", "security", "sam")
                .open("DR-2", "ann", toProduction(item("api", "2"), item("web", "1")))
                .reject("DR-2", "qa", "quentin");
        var ofRule = story.judge("api", "2", "production").findings().getLast();
        assertThat(ofRule.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ofRule.code()).isEqualTo("DR_REJECTED");
    }

    @Test
    void anUnreadableRuleFailsAndIsNeverSkipped() {
        story.drRequired("r1", "enforce", "{\"slot_kinds\":[]}");
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("POLICY_ERROR");

        story.poison("rules", "rule.created", "r2");
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("POLICY_ERROR", "POLICY_ERROR");
    }

    @Test
    void aRuleWhoseDefinitionCannotBeReadIsSkippedNeitherForItsTermsNorWhileItIsSuspended() {
        var options = "{\"slot_kinds\":[]}";
        story.rule(
                        "r1",
                        "enforce",
                        "dr_required",
                        options,
                        terms(List.of("rollback"), List.of("agent"), "exempt", null))
                .rule(
                        "r2",
                        "enforce",
                        "dr_required",
                        options,
                        terms(List.of(), List.of(), "enforce", Story.NOW.plusSeconds(60)));
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("POLICY_ERROR", "POLICY_ERROR");
    }

    @Test
    void whateverARuleWasOnceItCannotBeReadItFailsEverywhere() {
        var elsewhere = new Scope(List.of("web"), List.of("staging"), List.of());
        story.rule("r1", elsewhere, "dr_required", "{}").poison("rules", "rule.changed", "r1");
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("POLICY_ERROR");

        story.rule("r2", "disabled", "dr_required", "{}", null)
                .poison("rules", "rule.changed", "r2");
        story.rule("r3", "report_only", "dr_required", "{}", null)
                .poison("rules", "rule.changed", "r3");
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("POLICY_ERROR", "POLICY_ERROR", "POLICY_ERROR");
    }

    @Test
    void aSuspendedRuleIsSkippedUntilItsSuspensionEndsByItself() {
        rule(terms(List.of(), List.of(), "enforce", Story.NOW.plusSeconds(1)));
        var skipped = story.judge("api", "2", "production").findings().getLast();
        assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(skipped.message()).contains("suspended until 2026-03-01T10:00:01Z: why");

        rule(terms(List.of(), List.of(), "enforce", Story.NOW));
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("DR_REQUIRED");
    }

    @Test
    void aRuleIsForTheActionsAndActorsItNames() {
        rule(terms(List.of("rollback"), List.of(), "enforce", null));
        var judgement = story.judge("api", "2", "production");
        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.findings().getLast().message()).contains("this is a deploy");

        rule(terms(List.of("deploy"), List.of("agent"), "enforce", null));
        assertThat(story.judge("api", "2", "production").findings().getLast().message())
                .contains("asked by ci");

        rule(terms(List.of("deploy"), List.of("ci"), "enforce", null));
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("DR_REQUIRED");
    }

    @Test
    void theFirstDeploymentOfAProductThereIsExemptOnlyIfTheRuleSaysSo() {
        rule(terms(List.of(), List.of(), "exempt", null));
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();

        story.completed("api", "1", "staging");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
        story.completed("api", "1", "production");
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("DR_REQUIRED");
    }

    @Test
    void aRuleForNewVersionsLetsOlderOnesBe() {
        var since = Instant.parse("2026-02-01T00:00:00Z");
        rule(forVersionsSeenFrom(since));
        story.at(since.minusNanos(1)).seen("api", "1").bound("api", "1", "sha256:aa");
        story.at(since).seen("api", "2").seen("web", "1");

        var old = story.judge("api", "1", "production");
        assertThat(old.allowed()).isTrue();
        assertThat(old.wouldBlock()).isFalse();
        var skipped = old.findings().getLast();
        assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(skipped.rule()).isEqualTo(new RuleRef("r1", "r1", 1));
        assertThat(skipped.message())
                .isEqualTo(
                        "the rule is for versions first seen at 2026-02-01T00:00:00Z or later,"
                                + " 1 was at 2026-01-31T23:59:59.999999999Z");
        for (var product : List.of("api", "web")) {
            var version = product.equals("api") ? "2" : "1";
            assertThat(codes(story.judge(product, version, "production")))
                    .as("seen at the instant itself: %s %s", product, version)
                    .containsExactly("DR_REQUIRED");
        }
    }

    @Test
    void onlyTheFirstSightOfAVersionCounts() {
        var since = Instant.parse("2026-02-01T00:00:00Z");
        rule(forVersionsSeenFrom(since));
        story.at(since.minusSeconds(1)).seen("api", "1");
        story.at(since.plusSeconds(1)).seen("api", "1");
        assertThat(story.judge("api", "1", "production").allowed()).isTrue();
    }

    @Test
    void aRuleForNewVersionsAppliesToOneWhoseFirstSightIsNotKnown() {
        rule(forVersionsSeenFrom(Instant.parse("2999-01-01T00:00:00Z")));
        assertThat(codes(story.judge("api", "1", "production"))).containsExactly("DR_REQUIRED");
        story.bound("api", "1", "sha256:aa")
                .signedOff("api", "1", "qa", "quinn", null, null, false, null);
        assertThat(codes(story.judge("api", "1", "production"))).containsExactly("DR_REQUIRED");

        story.poison("dr", "version.registered", "api@1");
        story.seen("api", "1");
        assertThat(codes(story.judge("api", "1", "production")))
                .containsExactly("POLICY_ERROR", "DR_REQUIRED");
    }

    private static RuleTerms forVersionsSeenFrom(Instant since) {
        return new RuleTerms(List.of(), List.of(), "enforce", null, null, null, since);
    }

    @Test
    void anUnreadableRuleFailsWhateverItsTermsWere() {
        rule(terms(List.of("rollback"), List.of(), "exempt", Story.NOW.plusSeconds(9)));
        story.poison("rules", "rule.changed", "r1");
        assertThat(codes(story.judge("api", "2", "production"))).containsExactly("POLICY_ERROR");
    }

    private void rule(RuleTerms terms) {
        story.rule("r1", "enforce", "dr_required", "{}", terms);
    }

    private static RuleTerms terms(
            List<String> actions,
            List<String> actors,
            String first,
            @Nullable Instant suspendedUntil) {
        return new RuleTerms(
                actions,
                actors,
                first,
                suspendedUntil,
                suspendedUntil == null ? null : "why",
                null);
    }
}
