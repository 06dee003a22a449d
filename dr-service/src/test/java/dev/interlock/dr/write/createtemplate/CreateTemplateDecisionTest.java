package dev.interlock.dr.write.createtemplate;

import static dev.interlock.dr.Decisions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.Outline;
import dev.interlock.dr.events.TemplateCreated;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateTemplateDecisionTest {

    private static final CreateTemplate COMMAND =
            new CreateTemplate("TPL-1", "usr_rob", Outline.NONE, NOW);

    @Test
    void itBeginsWithVersionOne() {
        var created = new TemplateCreated("TPL-1", "usr_rob", Outline.NONE, NOW);

        assertThat(CreateTemplateDecision.decide(new Template.Unknown(), COMMAND))
                .isEqualTo(Decision.accept(created));
        assertThat(new Template.Unknown().evolve(created))
                .isEqualTo(new Template.Known("TPL-1", List.of(Outline.NONE)));
    }

    @Test
    void theSameAgainChangesNothing() {
        var known = new Template.Known("TPL-1", List.of(Outline.NONE));

        assertThat(CreateTemplateDecision.decide(known, COMMAND))
                .isInstanceOf(Decision.Redundant.class);
    }
}
