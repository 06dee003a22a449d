package dev.interlock.dr.write.createtemplate;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.TemplateCreated;
import dev.interlock.dr.events.TemplateEvent;

final class CreateTemplateDecision {

    private CreateTemplateDecision() {}

    static Decision<TemplateEvent> decide(Template template, CreateTemplate command) {
        return switch (template) {
            case Template.Unknown _ ->
                    Decision.accept(
                            new TemplateCreated(
                                    command.template(),
                                    command.author(),
                                    command.outline(),
                                    command.now()));
            case Template.Known _ -> Decision.redundant("made already");
        };
    }
}
