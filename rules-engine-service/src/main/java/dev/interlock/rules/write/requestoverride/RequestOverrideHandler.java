package dev.interlock.rules.write.requestoverride;

import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.events.OverrideEvent;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RequestOverrideHandler {

    private final Entities<RequestedOverride, OverrideEvent> overrides;
    private final Clock clock;

    RequestOverrideHandler(Entities<RequestedOverride, OverrideEvent> overrides, Clock clock) {
        this.overrides = overrides;
        this.clock = clock;
    }

    /** The override as it stands now. */
    @CommandHandler
    RequestedOverride handle(RequestOverride command) {
        return overrides
                .update(
                        command.id(),
                        state ->
                                RequestOverrideDecision.decide(state, command, clock.instant())
                                        .eventsOrRefuse())
                .state();
    }
}
