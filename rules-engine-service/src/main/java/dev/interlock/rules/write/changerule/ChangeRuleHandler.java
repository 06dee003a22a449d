package dev.interlock.rules.write.changerule;

import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.events.RuleEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ChangeRuleHandler {

    private final Entities<WrittenRule, RuleEvent> rules;

    ChangeRuleHandler(Entities<WrittenRule, RuleEvent> rules) {
        this.rules = rules;
    }

    @CommandHandler
    WrittenRule handle(ChangeRule command) {
        return rules.update(
                        command.id(),
                        state -> ChangeRuleDecision.decide(state, command).eventsOrRefuse())
                .state();
    }
}
