package dev.interlock.approval.write.defineapprovaltype;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.events.ApprovalTypeEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class DefineApprovalTypeHandler {

    private final Entities<ApprovalType, ApprovalTypeEvent> types;

    DefineApprovalTypeHandler(Entities<ApprovalType, ApprovalTypeEvent> types) {
        this.types = types;
    }

    /** Its id. */
    @CommandHandler
    String handle(DefineApprovalType command) {
        types.update(
                command.type(),
                state -> DefineApprovalTypeDecision.decide(state, command).eventsOrRefuse());
        return command.type();
    }
}
