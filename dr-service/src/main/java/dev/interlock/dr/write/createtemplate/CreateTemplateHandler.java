package dev.interlock.dr.write.createtemplate;

import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.TemplateEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CreateTemplateHandler {

    private final Entities<Template, TemplateEvent> templates;

    CreateTemplateHandler(Entities<Template, TemplateEvent> templates) {
        this.templates = templates;
    }

    @CommandHandler
    Template handle(CreateTemplate command) {
        return templates
                .update(
                        command.template(),
                        template -> CreateTemplateDecision.decide(template, command).orThrow())
                .state();
    }
}
