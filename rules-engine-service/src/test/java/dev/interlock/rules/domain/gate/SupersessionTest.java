package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.rules.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupersessionTest {

    private final Story story =
            Story.usual().open("DR-1", "ann", shipping("1")).open("DR-2", "ann", shipping("2"));

    @Test
    void anOlderRequestIsRefusedOnceTheNewerVersionCompleted() {
        assertThat(story.judge("api", "1", "production").allowed()).isTrue();

        story.completed("api", "2", "production", "DR-2");

        var judgement = story.judge("api", "1", "production");
        assertThat(judgement.code()).isEqualTo("SUPERSEDED");
        assertThat(judgement.httpStatus()).isEqualTo(409);
        assertThat(judgement.message()).contains("DR-1 is older than DR-2");
        assertThat(judgement.retryAfter()).isNull();
        assertThat(judgement.earliestPossible()).isNull();
    }

    @Test
    void itIsAboutTheEnvironmentAndTheProductOnly() {
        story.completed("api", "2", "staging", "DR-2").completed("web", "2", "production", "DR-2");
        assertThat(story.judge("api", "1", "production").allowed()).isTrue();
    }

    @Test
    void anOlderRequestThatCompletesLaterSupersedesNothing() {
        story.completed("api", "1", "production", "DR-1");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
    }

    @Test
    void aProvenRollbackIsNotRefusedForBeingOlder() {
        story.completed("api", "1", "production").completed("api", "2", "production", "DR-2");
        var judgement = story.judge("api", "1", "production");
        assertThat(judgement.action()).isEqualTo("rollback");
        assertThat(judgement.allowed()).isTrue();
    }

    private static DrContents shipping(String version) {
        return new DrContents(
                List.of(item("api", version)), List.of("production", "staging"), List.of());
    }
}
