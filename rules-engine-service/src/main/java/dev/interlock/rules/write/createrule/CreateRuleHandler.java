package dev.interlock.rules.write.createrule;

import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.events.RuleEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CreateRuleHandler {

    private final Entities<WrittenRule, RuleEvent> rules;

    CreateRuleHandler(Entities<WrittenRule, RuleEvent> rules) {
        this.rules = rules;
    }

    @CommandHandler
    WrittenRule handle(CreateRule command) {
        return rules.update(
                        command.id(),
                        state -> CreateRuleDecision.decide(state, command).eventsOrRefuse())
                .state();
    }
}
