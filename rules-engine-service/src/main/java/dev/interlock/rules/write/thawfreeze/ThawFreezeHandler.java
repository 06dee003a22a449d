package dev.interlock.rules.write.thawfreeze;

import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.events.FreezeEvent;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ThawFreezeHandler {

    private final Entities<DeclaredFreeze, FreezeEvent> freezes;
    private final Clock clock;

    ThawFreezeHandler(Entities<DeclaredFreeze, FreezeEvent> freezes, Clock clock) {
        this.freezes = freezes;
        this.clock = clock;
    }

    /** The freeze as it stands now. */
    @CommandHandler
    DeclaredFreeze handle(ThawFreeze command) {
        return freezes.update(
                        command.id(),
                        state ->
                                ThawFreezeDecision.decide(state, command, clock.instant())
                                        .eventsOrRefuse())
                .state();
    }
}
