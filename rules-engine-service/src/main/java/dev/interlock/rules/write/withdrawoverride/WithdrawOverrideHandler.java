package dev.interlock.rules.write.withdrawoverride;

import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.events.OverrideEvent;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class WithdrawOverrideHandler {

    private final Entities<RequestedOverride, OverrideEvent> overrides;
    private final Clock clock;

    WithdrawOverrideHandler(Entities<RequestedOverride, OverrideEvent> overrides, Clock clock) {
        this.overrides = overrides;
        this.clock = clock;
    }

    /** The override as it stands now. */
    @CommandHandler
    RequestedOverride handle(WithdrawOverride command) {
        return overrides
                .update(
                        command.id(),
                        state ->
                                WithdrawOverrideDecision.decide(state, command, clock.instant())
                                        .eventsOrRefuse())
                .state();
    }
}
