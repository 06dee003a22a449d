package dev.interlock.rules.write.createrule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.RuleContents;
import dev.interlock.rules.domain.WrittenRule.Unwritten;
import dev.interlock.rules.domain.WrittenRule.Written;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.RuleTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateRuleDecisionTest {

    private static final RuleContents CONTENTS =
            new RuleContents(
                    "name",
                    "enforce",
                    "dr_required",
                    new Scope(List.of("api"), List.of("pci"), List.of("live"), List.of("test")),
                    "{}",
                    new RuleTerms(
                            List.of("rollback"), List.of(), RuleTerms.EXEMPT, null, null, null));

    @Test
    void aRuleBeginsWithVersionOne() {
        var command = new CreateRule("r1", CONTENTS);
        var event = CreateRuleDecision.decide(new Unwritten(), command).eventsOrRefuse().getFirst();
        assertThat(new Unwritten().evolve(event)).isEqualTo(new Written("r1", 1, CONTENTS));
    }

    @Test
    void theSameCommandAgainIsRedundant() {
        assertThat(
                        CreateRuleDecision.decide(
                                new Written("r1", 1, CONTENTS), new CreateRule("r1", CONTENTS)))
                .isInstanceOf(Redundant.class);
    }
}
