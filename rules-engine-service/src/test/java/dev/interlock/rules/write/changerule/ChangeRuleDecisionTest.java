package dev.interlock.rules.write.changerule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Refusal.KindIsFixed;
import dev.interlock.rules.domain.Refusal.NoSuchRule;
import dev.interlock.rules.domain.Refusal.StaleVersion;
import dev.interlock.rules.domain.RuleContents;
import dev.interlock.rules.domain.WrittenRule.Unwritten;
import dev.interlock.rules.domain.WrittenRule.Written;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.RuleChanged;
import dev.interlock.rules.events.RuleTerms;
import org.junit.jupiter.api.Test;

class ChangeRuleDecisionTest {

    private static final Written RULE = new Written("r1", 3, contents("enforce", "dr_required"));

    @Test
    void anEditMakesTheNextVersion() {
        var decision =
                ChangeRuleDecision.decide(
                        RULE, new ChangeRule("r1", contents("report_only", "dr_required"), 3));
        assertThat(decision).isInstanceOf(Accepted.class);
        var changed = (RuleChanged) decision.eventsOrRefuse().getFirst();
        assertThat(changed.version()).isEqualTo(4);
        assertThat(RULE.evolve(changed))
                .isEqualTo(new Written("r1", 4, contents("report_only", "dr_required")));
    }

    @Test
    void theSameAgainIsRedundant() {
        assertThat(ChangeRuleDecision.decide(RULE, new ChangeRule("r1", RULE.contents(), null)))
                .isInstanceOf(Redundant.class);
    }

    @Test
    void aStaleVersionIsRefused() {
        assertThat(
                        ChangeRuleDecision.decide(
                                RULE, new ChangeRule("r1", contents("disabled", "dr_required"), 2)))
                .isEqualTo(new Refused<>(new StaleVersion("r1", 2, 3)));
    }

    @Test
    void aRuleKeepsItsKind() {
        assertThat(
                        ChangeRuleDecision.decide(
                                RULE, new ChangeRule("r1", contents("enforce", "other"), null)))
                .isEqualTo(new Refused<>(new KindIsFixed("r1", "dr_required")));
    }

    @Test
    void whatWasNeverWrittenCannotBeChanged() {
        assertThat(
                        ChangeRuleDecision.decide(
                                new Unwritten(), new ChangeRule("r9", RULE.contents(), null)))
                .isEqualTo(new Refused<>(new NoSuchRule("r9")));
    }

    private static RuleContents contents(String mode, String kind) {
        return new RuleContents("name", mode, kind, Scope.EVERYWHERE, "{}", RuleTerms.USUAL);
    }
}
