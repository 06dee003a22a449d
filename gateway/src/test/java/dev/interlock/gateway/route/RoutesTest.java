package dev.interlock.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.gateway.upstream.Destination;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "GET,  /v1/environments,                              DR",
        "POST, /v1/deployment-requests,                       DR",
        "GET,  /v1/deployment-requests/DR-1,                  DR",
        "POST, /v1/deployment-requests/DR-1/activate,         DR",
        "GET,  /v1/deployment-requests/DR-1/approvals,        APPROVAL",
        "POST, /v1/deployment-requests/DR-1/approvals,        APPROVAL",
        "POST, /v1/deployment-requests/DR-1/rejections,       APPROVAL",
        "POST, /v1/deployment-requests/DR-1/approvals/a/withdraw, APPROVAL",
        "GET,  /v1/deployment-requests/approvals,             DR",
        "GET,  /v1/deployment-requests/DR-1/readiness,        RULES",
        "GET,  /v1/deployment-requests/DR-1/history,          RULES",
        "GET,  /v1/templates/TPL-1,                           DR",
        "POST, /v1/deployments/dep_1/complete,                DR",
        "GET,  /v1/whoami,                                    APPROVAL",
        "POST, /v1/gate/checks,                               RULES",
        "GET,  /v1/audit/verify,                              RULES",
        "GET,  /v1/state,                                     RULES",
        "GET,  /v1/inbox,                                     NOTIFICATION",
        "GET,  /v1/versions/api%20service,                    DR"
    })
    void eachPathHasItsService(String method, String path, Destination service) {
        var route = found(method, path);
        assertThat(route.to()).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/events",
                "/v1/../internal/events",
                "/v1/rules/../../internal/events",
                "/v1/rules/%2e%2e/%2e%2e/internal/events",
                "/v1/rules/..%2f..%2finternal/events",
                "/v1/rules/%2E./x",
                "/v1/rules;x=1/y",
                "/v1//rules",
                "/v1/rules\\..\\internal",
                "/v1/rules/a%5cb",
                "/v1/rules/%2",
                "/v1/rules/./x",
                "/v1/unknown",
                "/v1/",
                "/V1/rules",
                "//v1/rules"
            })
    void whatCouldBeReadInTwoWaysOrIsUnknownHasNone(String path) {
        assertThat(Routes.find("GET", path)).isNull();
    }

    @Test
    void questionsToTheGateMustHaveSeenEverything() {
        var check = found("POST", "/v1/gate/checks");
        assertThat(check.asksTheGate()).isTrue();
        assertThat(check.repeatable()).isTrue();
    }

    @Test
    void writesAreNeverRepeatedAndThoseToTokensVoidWhatIsRemembered() {
        var write = found("DELETE", "/v1/tokens/tok_1");
        assertThat(write.repeatable()).isFalse();
        assertThat(write.changesIdentities()).isTrue();
        var read = found("GET", "/v1/tokens");
        assertThat(read.changesIdentities()).isFalse();
    }

    private static Route found(String method, String path) {
        return Objects.requireNonNull(Routes.find(method, path));
    }
}
