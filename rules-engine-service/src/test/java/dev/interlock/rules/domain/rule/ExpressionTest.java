package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.Story.NOW;
import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.domain.rule.Violations.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static Story with(String condition) {
        return with(Asked.story(), condition);
    }

    private static Story with(Story story, String condition) {
        return story.rule(
                "r1",
                "expression",
                "{\"condition\":\"%s\"}".formatted(condition.replace("\"", "\\\"")));
    }

    private static List<Violation> wrong(Map<String, Object> definition) {
        var violations = new Violations();
        Expression.read(definition, violations);
        return violations.all();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product == \"api\" && version == \"2\"",
                "environment == \"production\" && environment_type == \"production\"",
                "action == \"deploy\" && actor_kind == \"ci\" && deployer == \"\"",
                "now == timestamp(\"2026-03-01T10:00:00Z\")",
                "now.getDayOfWeek(\"Europe/Berlin\") == 0",
                "first_deployment && running_version == \"\"",
                "deployment_requests.size() == 0",
                "!builders.exists(b, b == \"mallory\")",
                "version.matches(\"[0-9]+\") && digest == \"\"",
                "first_deployment || now - last_completed_at > duration(\"1h\")",
            })
    void itHoldsOfWhatIsSo(String condition) {
        assertThat(Asked.finding(with(condition), NOW).outcome())
                .as(Asked.finding(with(condition), NOW).message())
                .isEqualTo(Outcome.PASSED);
        assertThat(Asked.finding(with("!(" + condition + ")"), NOW).outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void factsOfRequestsAndLanes() {
        var story =
                Asked.story()
                        .type("qa", "qa")
                        .open("DR-1", "ann", toProduction(item("api", "2")))
                        .at(NOW.minusSeconds(7200))
                        .started("api", "1", "production")
                        .completed("api", "1", "production");
        with(
                story,
                "deployment_requests == [\"DR-1\"] && authors == [\"ann\"] && running_version =="
                        + " \"1\" && !first_deployment && now - last_completed_at =="
                        + " duration(\"2h\")");
        var finding = Asked.finding(story, NOW);
        assertThat(finding.outcome()).as(finding.message()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void whatDoesNotHoldBlocksAndSaysWhat() {
        var story = with("version.startsWith(\"v\")");
        Judgement judgement = Asked.judge(story, NOW);
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.code()).isEqualTo("POLICY_ERROR");
        assertThat(judgement.httpStatus()).isEqualTo(428);
        assertThat(judgement.retryAfter()).isNull();
        assertThat(Asked.ofRule(judgement).message())
                .isEqualTo("does not hold: version.startsWith(\"v\")");
    }

    @Test
    void theAuthorsMessageIsTold() {
        var story =
                Asked.story()
                        .rule(
                                "r1",
                                "expression",
                                "{\"condition\":\"version == '3'\",\"message\":\"only version 3\"}");
        assertThat(Asked.finding(story, NOW).message()).isEqualTo("only version 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now - last_completed_at > duration(\"1h\")", // nothing completed yet
                "builders[0] == \"ann\"",
                "int(version) / 0 == 1",
                "9223372036854775807 + int(version) > 0",
                "timestamp(version) < now",
            })
    void whatCannotBeEvaluatedFails(String condition) {
        var judgement = Asked.judge(with(condition), NOW);
        Finding finding = Asked.ofRule(judgement);
        assertThat(judgement.allowed()).isFalse();
        assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(finding.code()).isEqualTo("POLICY_ERROR");
        assertThat(finding.message()).contains("cannot be evaluated: ").doesNotContain("\n");
    }

    @Test
    void aMissingFactIsNamed() {
        assertThat(Asked.finding(with("last_completed_at < now"), NOW).message())
                .endsWith("cannot be evaluated: last_completed_at is not known here");
    }

    @Test
    void itCostsNoMoreThanItsBudget() {
        var ten = "[1,2,3,4,5,6,7,8,9,10]";
        var hundred = ten + ".all(a, " + ten + ".all(b, a * b > 0))";
        var tenThousand =
                "%1$s.all(a, %1$s.all(b, %1$s.all(c, %1$s.all(d, a * b * c * d > 0))))"
                        .formatted(ten);
        assertThat(Asked.said(with(hundred))).isEqualTo("PASSED");
        assertThat(Asked.finding(with(tenThousand), NOW).outcome()).isEqualTo(Outcome.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[version].map(x, x + x)[0] != \"\"",
                "[[version].map(x, x + x)[0]].map(y, y + y)[0] != \"\"",
                "[[1]].map(x, x + x) != []",
                "[[1]].map(x, [x, x]) != []",
                "[version].map(x, {x: x}) != []",
                "[[version].map(x, [x, x])].all(y, [y, y] != [])",
                "['a', 'b'].exists(x, ['c'].exists(y, x + y == version))",
            })
    void whatWouldGrowWithoutBoundIsRefused(String condition) {
        assertThat(wrong(Map.of("condition", condition)))
                .anySatisfy(
                        violation ->
                                assertThat(violation.detail())
                                        .contains("column", "more than once (expected: once"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployment_requests.all(d, d in [\"DR-1\", \"DR-2\"])",
                "authors.exists(a, \"usr_\" + a == product)",
                "[1, 2, 3].all(a, a + a > 0 && a * a > 0)",
                "authors.map(a, a + \"@example.com\").filter(a, a != product).size() >= 0",
                "product + version + product != [\"a\", \"b\"].map(a, a)[0]",
                "[1, 2].exists_one(a, a == 1)",
            })
    void whatGrowsByItsTextAloneIsNot(String condition) {
        assertThat(wrong(Map.of("condition", condition))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing_known == 1         | line 1, column 1: undeclared reference to 'nothing_known'",
                "product == 1               | line 1, column 9: found no matching overload",
                "product                    | line 1, column 1: expected type 'bool' but found 'string'",
                "product == 'a              | line 1, column 12: token recognition error",
                "now.getFullYear() + 1      | line 1, column 19: expected type 'bool' but found 'int'",
                "prod.secrets == 'a'        | line 1, column 1: undeclared reference to 'prod'",
            })
    void aFaultIsToldWhenItIsWritten(String condition, String fault) {
        assertThat(wrong(Map.of("condition", condition)))
                .anySatisfy(
                        violation -> {
                            assertThat(violation.pointer()).isEqualTo("/condition");
                            assertThat(violation.detail()).startsWith(fault);
                        });
    }

    @Test
    void whatElseIsWrongIsToldFieldByField() {
        assertThat(wrong(Map.of())).extracting(Violation::pointer).containsExactly("/condition");
        assertThat(wrong(Map.of("condition", 1, "message", "two\nlines", "more", 1)))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/condition", "/message", "/more");
        assertThat(wrong(Map.of("condition", "true || " + "true || ".repeat(300) + "true")))
                .extracting(Violation::detail)
                .containsExactly("is too long (expected: <= 2000 characters)");
        assertThat(wrong(Map.of("condition", "(".repeat(900) + "true" + ")".repeat(900))))
                .isNotEmpty();
    }

    @Test
    void aStoredOneThatCannotBeReadFails() {
        var judgement = Asked.judge(with("of_another_build == 1"), NOW);
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.code()).isEqualTo("POLICY_ERROR");
    }

    @Test
    void itIsWrittenAsItWasRead() {
        var definition = Map.<String, Object>of("condition", "product == 'api'", "message", "no");
        assertThat(Expression.read(definition, new Violations()).definition())
                .isEqualTo(definition);
    }
}
