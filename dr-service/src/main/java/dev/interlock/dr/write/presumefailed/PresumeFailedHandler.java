package dev.interlock.dr.write.presumefailed;

import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class PresumeFailedHandler {

    private final Entities<Lane, LaneEvent> lanes;

    PresumeFailedHandler(Entities<Lane, LaneEvent> lanes) {
        this.lanes = lanes;
    }

    @CommandHandler
    Lane handle(PresumeFailed command) {
        return lanes.update(
                        Pair.id(command.product(), command.environment()),
                        lane -> PresumeFailedDecision.decide(lane, command).orThrow())
                .state();
    }
}
