package dev.interlock.approval.write.definetrustpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.edge.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyOrderTest {

    private static final String ISSUER = "https://token.actions.githubusercontent.com";

    @Test
    void namesTheRepositoryByAnIdThatNobodyCanTakeOver() {
        var order = order(ISSUER, Map.of("repository_id", "1", "ref", "refs/heads/main"));

        assertThat(order.validate().claims())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("repository_id", "1", "ref", "refs/heads/main"));
        assertThat(order.validate().products()).containsExactly("api");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "repository", "project_path", "job_workflow_ref"})
    void namesAloneAreRefusedAndTheReasonIsGiven(String claim) {
        var problem = refusal(order(ISSUER, Map.of(claim, "octo/repo")));

        assertThat(problem.errors()).extracting(Problem.Field::pointer).containsExactly("/claims");
        assertThat(problem.errors().getFirst().detail())
                .contains("repository_id", "project_id", "a name can pass to somebody else");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ci.example",
                "https://ci.example?x=1",
                "https://user@ci.example",
                "https://ci.example#x",
                "ftp://ci.example",
                "ci.example",
                "https://",
                "http://127.0.0.1.evil.example"
            })
    void anIssuerIsReachedByTls(String issuer) {
        assertThat(refusal(order(issuer, Map.of("project_id", "1"))).errors())
                .extracting(Problem.Field::pointer)
                .containsExactly("/issuer");
    }

    @Test
    void onThisMachineItNeedNot() {
        assertThat(order("http://127.0.0.1:9000", Map.of("project_id", "1")).validate().issuer())
                .isEqualTo("http://127.0.0.1:9000");
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        var problem = refusal(new TrustPolicyOrder(null, null, null, null, null, null));

        assertThat(problem.errors())
                .extracting(Problem.Field::pointer)
                .containsExactlyInAnyOrder("/issuer", "/audience", "/claims", "/actions");
    }

    private static TrustPolicyOrder order(String issuer, Map<String, String> claims) {
        return new TrustPolicyOrder(
                issuer,
                "https://interlock.example",
                Map.copyOf(claims),
                List.of("deploy"),
                List.of("API"),
                null);
    }

    private static Problem refusal(TrustPolicyOrder order) {
        return catchThrowableOfType(Problem.class, order::validate);
    }
}
