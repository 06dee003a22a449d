package dev.interlock.dr.write.extendlease;

import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ExtendLeaseHandler {

    private final Entities<Lane, LaneEvent> lanes;

    ExtendLeaseHandler(Entities<Lane, LaneEvent> lanes) {
        this.lanes = lanes;
    }

    @CommandHandler
    Lane handle(ExtendLease command) {
        return lanes.update(
                        Pair.id(command.product(), command.environment()),
                        lane -> ExtendLeaseDecision.decide(lane, command).orThrow())
                .state();
    }
}
