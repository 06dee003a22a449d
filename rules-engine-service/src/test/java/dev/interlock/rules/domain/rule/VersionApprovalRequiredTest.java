package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.domain.rule.Asked.NOW;
import static dev.interlock.rules.domain.rule.Asked.ago;
import static dev.interlock.rules.domain.rule.Asked.finding;
import static dev.interlock.rules.domain.rule.Asked.judge;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.with;
import static dev.interlock.rules.domain.rule.Asked.wrong;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.rules.Story;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionApprovalRequiredTest {

    private static final String MISSING = "QUALITY_APPROVAL_REQUIRED";

    @Test
    void eachTypeNeedsItsSignOffs() {
        var story = required("'types':['QA','Security']");
        story.signedOff("api", "2", "qa", "quinn").signedOff("api", "1", "security", "sam");
        assertThat(said(story)).isEqualTo(MISSING);
        assertThat(finding(story, NOW).message()).contains("1 of 1 qa, 0 of 1 security");
        assertThat(judge(story, NOW).retryAfter()).isNull();
        assertThat(judge(story, NOW).earliestPossible()).as("were it given now").isEqualTo(NOW);
        story.signedOff("api", "2", "security", "sam");
        assertThat(said(story)).isEqualTo("PASSED");
        assertThat(said(story.signOffRevoked("api", "2", "qa", "quinn"))).isEqualTo(MISSING);
    }

    @Test
    void theAnswerSaysWhatIsMissingOfEachTypeAndWhoCanGiveIt() {
        var story =
                required("'types':['qa','security'],'minimum':2,'distinct_persons':true")
                        .type("qa", "qa")
                        .type("security", "security")
                        .holds("quinn", "qa")
                        .holds("quentin", "qa")
                        .holds("sam", "security")
                        .signedOff("api", "2", "qa", "quinn");
        var finding = finding(story, NOW);
        assertThat(finding.waitingOn())
                .extracting(Finding.WaitingOn::kind, Finding.WaitingOn::missing)
                .containsExactly(tuple("version_approval", 1), tuple("version_approval", 2));
        assertThat(finding.whoCanFix())
                .extracting(Finding.WhoCanFix::roles, Finding.WhoCanFix::people)
                .containsExactly(
                        tuple(List.of("qa", "release_manager", "admin"), List.of("quentin")),
                        tuple(List.of("security", "release_manager", "admin"), List.of("sam")));
        assertThat(requireNonNull(finding.remedy()).url())
                .isEqualTo("/v1/version-approvals?product=api&version=2");
    }

    @Test
    void neitherABuilderNorTheDeployerCountsWhereDutiesAreSeparated() {
        var story =
                required("'types':['Code-Review']")
                        .signedOff("api", "2", "code_review", "usr_quinn");
        assertThat(said(story)).isEqualTo("PASSED");
        assertThat(Asked.ofRule(story.judge("api", "2", "production", null, "usr_quinn")).outcome())
                .isEqualTo(Finding.Outcome.FAILED);
        assertThat(said(story.built("api", "2", "usr_quinn"))).isEqualTo(MISSING);
        assertThat(said(story.signedOff("api", "2", "code_review", "sam"))).isEqualTo("PASSED");
    }

    @Test
    void aMinimumCountsDistinctSignatories() {
        var story = required("'types':['qa'],'minimum':2");
        story.signedOff("api", "2", "qa", "quinn").signedOff("api", "2", "qa", "quinn");
        assertThat(said(story)).isEqualTo(MISSING);
        assertThat(said(story.signedOff("api", "2", "qa", "quentin"))).isEqualTo("PASSED");
    }

    @Test
    void distinctPersonsCountOnceHoweverTheirSignOffsCame() {
        var story = required("'types':['qa','security'],'distinct_persons':true");
        story.signedOff("api", "2", "qa", "ann").signedOff("api", "2", "security", "ann");
        assertThat(said(story)).isEqualTo(MISSING);
        story.signedOff("api", "2", "qa", "bob");
        assertThat(said(story)).as("ann for security then").isEqualTo("PASSED");
        var lenient = required("'types':['qa','security']");
        lenient.signedOff("api", "2", "qa", "ann").signedOff("api", "2", "security", "ann");
        assertThat(said(lenient)).isEqualTo("PASSED");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, PASSED",
                "-, production, PASSED",
                "-, staging, QUALITY_APPROVAL_REQUIRED",
                "staging, staging, PASSED",
                "stage, staging, PASSED",
                "staging, production, QUALITY_APPROVAL_REQUIRED",
                "staging, -, PASSED"
            })
    void whatIsGivenForAnEnvironmentCountsForItAlone(
            @Nullable String wanted, @Nullable String given, String expected) {
        var story =
                required(
                        "'types':['qa']"
                                + (wanted == null ? "" : ",'environment':'" + wanted + "'"));
        story.signedOff("api", "2", "qa", "quinn", given, null, false, null);
        assertThat(said(story)).isEqualTo(expected);
    }

    @Test
    void aSignOffCountsUntilItIsNoLongerValidOrTooOld() {
        var story = required("'types':['qa'],'max_age':'PT4H'").at(ago("PT3H"));
        story.signedOff("api", "2", "qa", "quinn");
        assertThat(said(story)).isEqualTo("PASSED");
        assertThat(said(story, NOW.plusSeconds(3_599))).isEqualTo("PASSED");
        assertThat(said(story, NOW.plusSeconds(3_600))).isEqualTo(MISSING);

        var valid = required("'types':['qa']");
        valid.signedOff("api", "2", "qa", "quinn", null, null, false, NOW.plusSeconds(1));
        assertThat(said(valid)).isEqualTo("PASSED");
        assertThat(said(valid, NOW.plusSeconds(1))).isEqualTo(MISSING);
    }

    @Test
    void aMachineCountsOnlyForTheTypesThatNameIt() {
        var story = required("'types':['qa','security'],'machine_types':['qa']");
        story.signedOff("api", "2", "qa", "key_1", null, null, true, null);
        story.signedOff("api", "2", "security", "key_1", null, null, true, null);
        assertThat(finding(story, NOW).message()).contains("1 of 1 qa, 0 of 1 security");
    }

    @Test
    void withDigestMatchOnlyTheArtifactThatShipsCounts() {
        var story = required("'types':['qa'],'digest_match':true");
        story.signedOff("api", "2", "qa", "quinn", null, "sha256:a", false, null);
        assertThat(finding(story, NOW).message()).contains("bound to no digest");
        assertThat(judge(story, NOW).earliestPossible()).as("no sign-off would do").isNull();
        story.bound("api", "2", "sha256:b");
        assertThat(said(story)).isEqualTo(MISSING);
        story.signedOff("api", "2", "qa", "quentin", null, "sha256:b", false, null);
        assertThat(said(story)).isEqualTo("PASSED");
    }

    @Test
    void afterDeployingMeansAfterTheFirstCompletionThere() {
        var story = required("'types':['qa'],'after_deploying_to':'staging'").at(ago("PT3H"));
        story.signedOff("api", "2", "qa", "quinn");
        assertThat(finding(story, NOW).message()).contains("has not been deployed to staging");
        assertThat(judge(story, NOW).earliestPossible()).isNull();
        story.at(ago("PT2H")).completed("api", "2", "staging");
        assertThat(said(story)).as("given before").isEqualTo(MISSING);
        assertThat(judge(story, NOW).earliestPossible()).isEqualTo(NOW);
        story.at(ago("PT1H")).signedOff("api", "2", "qa", "quentin");
        assertThat(said(story)).isEqualTo("PASSED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/types",
                "{'types':['qa'],'minimum':0}|/minimum",
                "{'types':['qa'],'max_age':'1 day'}|/max_age",
                "{'types':['qa'],'digest_match':'yes'}|/digest_match",
                "{'types':['qa'],'distinct_persons':1}|/distinct_persons",
                "{'types':['qa'],'machine_types':['uat']}|/machine_types",
                "{'types':['qa'],'environment':3}|/environment",
                "{'types':['qa'],'people':['a']}|/people"
            })
    void badOptionsAreNamed(String options, String pointer) {
        assertThat(wrong("version_approval_required", options)).containsExactly(pointer);
    }

    @Test
    void goodOptionsAreReadAsTheyAreWritten() {
        assertThat(
                        wrong(
                                "version_approval_required",
                                "{'types':['Code Review'],'environment':'Staging','after_deploying_to':'test','max_age':'P7D','machine_types':['code review']}"))
                .isEmpty();
    }

    private static Story required(String options) {
        return with("version_approval_required", "{" + options + "}");
    }
}
