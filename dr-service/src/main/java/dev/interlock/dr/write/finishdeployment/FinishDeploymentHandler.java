package dev.interlock.dr.write.finishdeployment;

import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.LaneAnswer;
import dev.interlock.dr.domain.LaneAnswer.Kind;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.Entities;
import java.util.ArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class FinishDeploymentHandler {

    private final Entities<Lane, LaneEvent> lanes;

    FinishDeploymentHandler(Entities<Lane, LaneEvent> lanes) {
        this.lanes = lanes;
    }

    @CommandHandler
    LaneAnswer handle(FinishDeployment command) {
        var appended = new ArrayList<LaneEvent>();
        var lane =
                lanes.update(
                                Pair.id(command.product(), command.environment()),
                                state -> {
                                    var events =
                                            FinishDeploymentDecision.decide(state, command)
                                                    .orThrow();
                                    appended.addAll(events);
                                    return events;
                                })
                        .state();
        if (!appended.isEmpty()) {
            return new LaneAnswer(appended.getFirst().deploymentId(), Kind.RECORDED);
        }
        var id = command.deploymentId();
        return new LaneAnswer(
                id != null
                        ? id
                        : FinishDeploymentDecision.heardBefore(lane, command)
                                .orElseThrow()
                                .trace()
                                .id(),
                Kind.REPLAYED);
    }
}
