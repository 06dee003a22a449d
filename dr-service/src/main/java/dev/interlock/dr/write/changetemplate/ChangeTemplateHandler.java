package dev.interlock.dr.write.changetemplate;

import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.TemplateEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ChangeTemplateHandler {

    private final Entities<Template, TemplateEvent> templates;

    ChangeTemplateHandler(Entities<Template, TemplateEvent> templates) {
        this.templates = templates;
    }

    @CommandHandler
    Template handle(ChangeTemplate command) {
        return templates
                .update(
                        command.template(),
                        template -> ChangeTemplateDecision.decide(template, command).orThrow())
                .state();
    }
}
