package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the README and the how-to pages tell a newcomer to paste does what they say. */
class ReadmeIT {

    @Test
    void theMainJobRunsAsPrinted() throws Exception {
        try (var installation = Installation.inOneJvm()) {
            var settings =
                    Map.of(
                            "URL",
                            installation.gatewayUrl(),
                            "ADMIN",
                            installation.adminToken(),
                            "TOKEN",
                            installation.adminToken());
            var readme = Checkout.HOME.resolve("README.md");

            var result = Script.run(Script.blocks(readme).getFirst(), settings);

            assertThat(result.exit()).as(result.output()).isZero();
            assertThat(result.output())
                    .doesNotContain("NOT as expected")
                    .contains("ok: all three done");

            for (String page :
                    List.of(
                            "gate-a-pipeline",
                            "call-the-api",
                            "people-and-tokens",
                            "sign-in-with-oidc",
                            "version-approvals",
                            "deployment-requests",
                            "calendars",
                            "freezes",
                            "overrides",
                            "rules",
                            "backtests",
                            "rebuild",
                            "approvals")) {
                for (String block :
                        Script.blocks(Checkout.HOME.resolve("docs/how-to/" + page + ".md"))) {
                    var pasted = Script.run(block, with(settings, "CI", installation.adminToken()));
                    assertThat(pasted.exit()).as(page + ": " + block + pasted.output()).isZero();
                }
            }
        }
    }

    private static Map<String, String> with(
            Map<String, String> settings, String name, String value) {
        var all = new java.util.HashMap<>(settings);
        all.put(name, value);
        return all;
    }
}
