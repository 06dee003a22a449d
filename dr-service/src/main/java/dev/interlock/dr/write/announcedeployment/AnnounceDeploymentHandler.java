package dev.interlock.dr.write.announcedeployment;

import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.LaneAnswer;
import dev.interlock.dr.domain.LaneAnswer.Kind;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AnnounceDeploymentHandler {

    private final Entities<Lane, LaneEvent> lanes;

    AnnounceDeploymentHandler(Entities<Lane, LaneEvent> lanes) {
        this.lanes = lanes;
    }

    @CommandHandler
    LaneAnswer handle(AnnounceDeployment command) {
        var changed =
                lanes.update(
                        Pair.id(command.product(), command.environment()),
                        lane -> AnnounceDeploymentDecision.decide(lane, command).orThrow());
        if (changed.events() > 0) {
            return new LaneAnswer(command.newId(), Kind.RECORDED);
        }
        var known = AnnounceDeploymentDecision.known(changed.state(), command).orElseThrow();
        return new LaneAnswer(known.trace().id(), Kind.REPLAYED);
    }
}
