package dev.interlock.dr.write.startdeployment;

import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.LaneAnswer;
import dev.interlock.dr.domain.LaneAnswer.Kind;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.DeploymentRefused;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.DeploymentTakenOver;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.Entities;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class StartDeploymentHandler {

    private final Entities<Lane, LaneEvent> lanes;

    StartDeploymentHandler(Entities<Lane, LaneEvent> lanes) {
        this.lanes = lanes;
    }

    @CommandHandler
    LaneAnswer handle(StartDeployment command) {
        var appended = new ArrayList<LaneEvent>();
        var lane =
                lanes.update(
                                Pair.id(command.product(), command.environment()),
                                state -> {
                                    var events =
                                            StartDeploymentDecision.decide(state, command)
                                                    .orThrow();
                                    appended.addAll(events);
                                    return events;
                                })
                        .state();
        return answer(appended, lane, command);
    }

    private static LaneAnswer answer(List<LaneEvent> appended, Lane lane, StartDeployment command) {
        if (appended.isEmpty()) {
            var known = StartDeploymentDecision.resumed(lane, command).orElseThrow();
            return new LaneAnswer(known.trace().id(), Kind.REPLAYED);
        }
        return switch (appended.getFirst()) {
            case DeploymentStarted e -> new LaneAnswer(e.deploymentId(), Kind.ADMITTED);
            case DeploymentTakenOver e -> new LaneAnswer(e.deploymentId(), Kind.REPLAYED);
            case DeploymentRefused e -> new LaneAnswer(e.deploymentId(), Kind.REFUSED);
            case LaneEvent e -> throw new IllegalStateException("no answer to a start: " + e);
        };
    }
}
