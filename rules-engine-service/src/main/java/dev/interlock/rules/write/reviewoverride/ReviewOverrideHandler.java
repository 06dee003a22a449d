package dev.interlock.rules.write.reviewoverride;

import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.events.OverrideEvent;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReviewOverrideHandler {

    private final Entities<RequestedOverride, OverrideEvent> overrides;
    private final Clock clock;

    ReviewOverrideHandler(Entities<RequestedOverride, OverrideEvent> overrides, Clock clock) {
        this.overrides = overrides;
        this.clock = clock;
    }

    /** The override as it stands now. */
    @CommandHandler
    RequestedOverride handle(ReviewOverride command) {
        return overrides
                .update(
                        command.id(),
                        state ->
                                ReviewOverrideDecision.decide(state, command, clock.instant())
                                        .eventsOrRefuse())
                .state();
    }
}
