package dev.interlock.dr.write.changetemplate;

import static dev.interlock.dr.Decisions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.Outline;
import dev.interlock.dr.events.TemplateChanged;
import dev.interlock.dr.events.TemplateEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTemplateDecisionTest {

    private static final Outline FIRST = outline("Weekly");
    private static final Outline SECOND = outline("Fortnightly");
    private static final Template TEMPLATE = new Template.Known("TPL-1", List.of(FIRST));

    @Test
    void anEditAddsAVersionAndKeepsTheOneBefore() {
        var changed = new TemplateChanged("TPL-1", 2, "usr_rob", SECOND, NOW);

        assertThat(decide(TEMPLATE, 1, SECOND)).isEqualTo(Decision.accept(changed));
        var after = TEMPLATE.evolve(changed);
        assertThat(after.version(1)).contains(FIRST);
        assertThat(after.version(2)).contains(SECOND);
        assertThat(after.version(3)).isEmpty();
        assertThat(after.version(0)).isEmpty();
    }

    @Test
    void whoHasSeenAnotherVersionIsToldSo() {
        assertThat(decide(TEMPLATE, 2, SECOND))
                .isEqualTo(Decision.refuse(new Refusal.StaleEdit("TPL-1", 2, 1)));
        assertThat(decide(TEMPLATE, null, SECOND)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void theSameAgainIsNoVersion() {
        assertThat(decide(TEMPLATE, 1, FIRST)).isInstanceOf(Decision.Redundant.class);
    }

    @Test
    void anUnknownOneCannotBeChanged() {
        assertThat(decide(new Template.Unknown(), null, FIRST))
                .isEqualTo(Decision.refuse(new Refusal.Unknown("template", "TPL-1")));
    }

    private static Decision<TemplateEvent> decide(
            Template template, @Nullable Integer expected, Outline outline) {
        return ChangeTemplateDecision.decide(
                template, new ChangeTemplate("TPL-1", "usr_rob", expected, outline, NOW));
    }

    private static Outline outline(String name) {
        return new Outline(name, null, List.of(), List.of(), List.of(), null, null, Map.of());
    }
}
