package dev.interlock.benchmarks.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.benchmarks.decisions.TargetRule.Demand.ApprovedRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContenderTest {

    private static final Estate ESTATE = Estate.withRules(20);

    @ParameterizedTest
    @EnumSource
    void decidesAsTheRulesSay(Contender contender) throws Exception {
        var engine = contender.of(ESTATE);
        for (int i = 0; i < ESTATE.questions().size(); i++) {
            assertThat(engine.allows(i))
                    .as("%s", ESTATE.questions().get(i))
                    .isEqualTo(ESTATE.expected(i));
        }
    }

    @Test
    void someOfTheQuestionsPassAndSomeDoNot() {
        assertThat(IntStream.range(0, ESTATE.questions().size()).mapToObj(ESTATE::expected))
                .contains(true, false);
    }

    @Test
    void whoDecidesOtherwiseIsNotMeasured() {
        var question =
                new Question("product-0000", "1.0.0", "staging", false, List.of("staging"), 0);
        var rule = new TargetRule("rule", question.target(), new ApprovedRequest());
        var asItIs = new Estate(List.of(rule), List.of(question));
        assertThat(asItIs.expected(0)).isFalse();
        assertThatThrownBy(() -> Contender.measurable(_ -> true, asItIs))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("product-0000 1.0.0 to staging: true (expected: false)");
    }
}
