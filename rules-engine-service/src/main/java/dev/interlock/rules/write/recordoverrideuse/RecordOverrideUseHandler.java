package dev.interlock.rules.write.recordoverrideuse;

import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.events.OverrideEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RecordOverrideUseHandler {

    private final Entities<RequestedOverride, OverrideEvent> overrides;

    RecordOverrideUseHandler(Entities<RequestedOverride, OverrideEvent> overrides) {
        this.overrides = overrides;
    }

    /** The override as it stands now. */
    @CommandHandler
    RequestedOverride handle(RecordOverrideUse command) {
        return overrides
                .update(
                        command.id(),
                        state -> RecordOverrideUseDecision.decide(state, command).eventsOrRefuse())
                .state();
    }
}
