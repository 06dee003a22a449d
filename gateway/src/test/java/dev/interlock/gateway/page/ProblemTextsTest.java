package dev.interlock.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A problem's {@code type} is a page that exists, whichever service made it. */
class ProblemTextsTest {

    private static final Pattern CODE = Pattern.compile("\"([A-Z]{2,}(?:_[A-Z]+)+)\"");

    /** Capitals that are no codes. */
    private static final Pattern NO_CODE = Pattern.compile("INTERLOCK_.*|UTF_.*");

    private final ProblemTexts texts = new ProblemTexts();

    @Test
    void theCodesOfTheGateHaveAPage() {
        assertThat(texts.codes())
                .contains(
                        ("DEPLOYMENT_IN_PROGRESS SUPERSEDED ADMISSION_SPENT VERSION_SHA_CONFLICT STALE_REVISION"
                                        + " NO_DEPLOY_WINDOW OUTSIDE_ALLOW_WINDOW FREEZE_ACTIVE VERSION_REJECTED DR_REJECTED"
                                        + " DR_REQUIRED APPROVAL_REQUIRED APPROVAL_EXPIRED APPROVAL_STALE"
                                        + " SELF_APPROVAL_FORBIDDEN QUALITY_APPROVAL_REQUIRED STEPS_INCOMPLETE"
                                        + " ORDER_VIOLATION FLOW_VIOLATION INSUFFICIENT_SOAK_TIME STALE_PREREQUISITE"
                                        + " DEPENDENCY_UNMET VERSION_COOLDOWN DEPLOY_QUOTA_EXCEEDED"
                                        + " UNREGISTERED_ENVIRONMENT POLICY_ERROR ROLE_NOT_ELIGIBLE SCOPE_INSUFFICIENT"
                                        + " AGENT_MAY_NOT_APPROVE DECISION_UNAVAILABLE ONE_PERSON_ONE_SLOT STAGE_NOT_OPEN"
                                        + " DR_NOT_OPEN DR_DOES_NOT_COVER ALREADY_STARTED")
                                .split(" "));
    }

    @Test
    void everyCodeInTheServicesSourcesHasAPage() throws IOException {
        var missing = new TreeSet<String>();
        for (String module :
                new String[] {
                    "service-edge",
                    "dr-service",
                    "approval-service",
                    "rules-engine-service",
                    "notification-service",
                    "gateway"
                }) {
            var sources = Path.of("..", module, "src", "main", "java");
            if (Files.isDirectory(sources)) {
                try (var files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file -> collect(file, missing));
                }
            }
        }
        missing.removeAll(texts.codes());
        assertThat(missing).as("add them to pages/problems.json").isEmpty();
    }

    private static void collect(Path file, TreeSet<String> codes) {
        try {
            var literals = CODE.matcher(Files.readString(file));
            while (literals.find()) {
                if (!NO_CODE.matcher(literals.group(1)).matches()) {
                    codes.add(literals.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
