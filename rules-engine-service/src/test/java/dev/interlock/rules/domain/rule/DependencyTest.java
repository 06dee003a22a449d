package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.domain.rule.Asked.NOW;
import static dev.interlock.rules.domain.rule.Asked.finding;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.with;
import static dev.interlock.rules.domain.rule.Asked.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyTest {

    private static final String UNMET = "DEPENDENCY_UNMET";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.1.0|>=2.1.0 <3.0.0|PASSED",
                "2.0.9|>=2.1.0 <3.0.0|DEPENDENCY_UNMET",
                "3.0.0|>=2.1.0 <3.0.0|DEPENDENCY_UNMET",
                "2.10.0|^2.9.0|PASSED",
                "2.1.0-rc.1|>=2.1.0|DEPENDENCY_UNMET",
                "1.4.7|~1.4|PASSED",
                "build-77|>=1.0.0|DEPENDENCY_UNMET"
            })
    void whatRunsThereMustFit(String running, String constraint, String expected) {
        var story = with("dependency", "{'product':'Auth','version':'" + constraint + "'}");
        story.completed("auth", running, "production");
        assertThat(said(story)).isEqualTo(expected);
        assertThat(finding(story, NOW).message()).contains("auth " + running);
    }

    @Test
    void whatRunsElsewhereOrNotYetDoesNotCount() {
        var story = with("dependency", "{'product':'auth','version':'>=2.0.0'}");
        assertThat(said(story)).isEqualTo(UNMET);
        story.completed("auth", "2.0.0", "staging").started("auth", "2.0.0", "production");
        assertThat(said(story)).isEqualTo(UNMET);
        assertThat(said(story.completed("auth", "2.0.0", "production"))).isEqualTo("PASSED");
        story.poison("dr", "deployment.completed", "auth@production");
        assertThat(said(story)).isEqualTo("POLICY_ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newest",
                ">=",
                "",
                "1.2.3.4.5 ||",
                ">=a.b.c",
                ">=2.1.0 <3.O.0",
                ">=2.1.0 <3.0.0.0",
                "<3.0.0; >=2.1.0",
                ">=2.1.0 <=",
                ">=2.1.0 !=2.5.0",
                "[1.0,2.0)",
                ">=1.0.0 <2.0.0-",
                "latest",
                "^2 || latest",
                "1.2.3 || banana",
                ">=2.1.0 <3.0.0 foo",
                "x",
                "^2 ||"
            })
    void aConstraintThatSaysNothingIsRefused(String constraint) {
        assertThat(wrong("dependency", "{'product':'auth','version':'" + constraint + "'}"))
                .containsExactly("/version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">=2.1.0 <3.0.0",
                "^2.1",
                "~1.2",
                "1.x",
                "1.2.* || ^3",
                "1.2.3 - 2.0.0",
                "=v1.2.3",
                "<2.0.0-rc.1",
                "1.2.3+build.7"
            })
    void aConstraintThatIsUnderstoodWholeIsTaken(String constraint) {
        assertThat(wrong("dependency", "{'product':'auth','version':'" + constraint + "'}"))
                .isEmpty();
    }

    @Test
    void bothFieldsAreRequired() {
        assertThat(wrong("dependency", "{}")).containsExactlyInAnyOrder("/product", "/version");
        assertThat(wrong("dependency", "{'product':7,'version':'1.x'}"))
                .containsExactly("/product");
        assertThat(wrong("dependency", "{'product':'auth','version':'1.x'}")).isEmpty();
    }
}
