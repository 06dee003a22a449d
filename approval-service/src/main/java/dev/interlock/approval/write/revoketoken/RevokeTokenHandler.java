package dev.interlock.approval.write.revoketoken;

import dev.interlock.approval.domain.Token;
import dev.interlock.approval.events.TokenEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RevokeTokenHandler {

    private final Entities<Token, TokenEvent> tokens;

    RevokeTokenHandler(Entities<Token, TokenEvent> tokens) {
        this.tokens = tokens;
    }

    /** Its id. */
    @CommandHandler
    String handle(RevokeToken command) {
        tokens.update(
                command.token(),
                state -> RevokeTokenDecision.decide(state, command).eventsOrRefuse());
        return command.token();
    }
}
