package dev.interlock.rules.read.state;

import static dev.interlock.rules.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductMatrixTest {

    private final Story story =
            new Story()
                    .environment("production", "production", "enforce")
                    .environment("staging", "staging", "enforce", "stage")
                    .environment("sandbox", "development", "report_only");

    @Test
    void differentVersionsAreASkewAndTheSameAreNone() {
        story.completed("api", "1", "staging").completed("api", "1", "production");
        assertThat(only().drift().isAny()).isFalse();
        story.started("api", "2", "staging");
        assertThat(only().drift().isAny()).as("it does not run there yet").isFalse();
        assertThat(only().environments().getLast().running())
                .isEqualTo(new EnvironmentState.InProgress("dep-2", "2", null, false));
        story.completed("api", "2", "staging");
        assertThat(only().drift().versionSkew()).isTrue();
        assertThat(only().drift().versions()).containsExactly("1", "2");
    }

    @Test
    void whatTheGateHadNotAdmittedAndWhatIsRejectedAreNamed() {
        story.completed("api", "1", "production").ungated("api", "1", "staging");
        assertThat(only().drift().ungated()).containsExactly("staging");
        assertThat(only().drift().rejected()).isEmpty();
        story.quarantine("api", "1", NOW.plusSeconds(60));
        assertThat(at(NOW.plusSeconds(59)).drift().rejected())
                .containsExactly("production", "staging");
        assertThat(at(NOW.plusSeconds(60)).drift().rejected()).isEmpty();
        story.completed("api", "1", "staging");
        assertThat(only().drift().ungated()).as("admitted since").isEmpty();
    }

    @Test
    void theClocksAreThoseOfTheRules() {
        story.at(ago(100)).completed("api", "1", "production");
        story.at(ago(60)).completed("api", "2", "production");
        story.at(ago(10)).completed("api", "1", "production");
        assertThat(only().environments().getFirst().soaked())
                .isEqualTo(new Soaked(seconds(10), seconds(40), seconds(100)));
        story.at(ago(5)).ungated("api", "3", "production");
        assertThat(only().environments().getFirst().soaked())
                .isEqualTo(new Soaked(Duration.ZERO, Duration.ZERO, Duration.ZERO));
        story.at(ago(5)).ungated("api", "3", "sandbox");
        assertThat(only().environments().getLast().soaked())
                .as("where nothing is enforced it counts")
                .isEqualTo(new Soaked(seconds(5), seconds(5), seconds(5)));
    }

    @Test
    void whatWasRolledBackRunsNoMore() {
        story.at(ago(100)).completed("api", "1", "production");
        story.at(ago(60)).ungated("api", "2", "production");
        story.at(ago(10)).rolledBack("api", "2", "production", "1");
        var cell = only().environments().getFirst();
        assertThat(cell.version()).isEqualTo("1");
        assertThat(cell.since()).isEqualTo(ago(100));
        assertThat(cell.runningSince()).isEqualTo(ago(10));
        assertThat(cell.gated()).isTrue();
        assertThat(cell.soaked()).isEqualTo(new Soaked(seconds(10), seconds(40), seconds(100)));
        story.at(ago(5)).rolledBack("api", "1", "production", null);
        assertThat(ProductMatrix.all(story.world(), NOW)).isEmpty();
    }

    @Test
    void productsAndEnvironmentsAreInTheOrderOfTheirNames() {
        story.completed("web", "1", "staging")
                .completed("api", "1", "staging")
                .completed("api", "1", "production");
        assertThat(ProductMatrix.all(story.world(), NOW).map(ProductMatrix::product))
                .containsExactly("api", "web");
        assertThat(
                        ProductMatrix.all(story.world(), NOW)
                                .flatMap(row -> row.environments().stream())
                                .map(ProductMatrix.Cell::environment))
                .isEqualTo(List.of("production", "staging", "staging"));
    }

    private ProductMatrix only() {
        return at(NOW);
    }

    private ProductMatrix at(Instant at) {
        return ProductMatrix.all(story.world(), at).findFirst().orElseThrow();
    }

    private static Instant ago(long seconds) {
        return NOW.minusSeconds(seconds);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
