package dev.interlock.dr.write.rollbackdeployment;

import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RollBackDeploymentHandler {

    private final Entities<Lane, LaneEvent> lanes;

    RollBackDeploymentHandler(Entities<Lane, LaneEvent> lanes) {
        this.lanes = lanes;
    }

    @CommandHandler
    Lane handle(RollBackDeployment command) {
        return lanes.update(
                        Pair.id(command.product(), command.environment()),
                        lane -> RollBackDeploymentDecision.decide(lane, command).orThrow())
                .state();
    }
}
