package dev.interlock.dr.write.startdeployment;

import dev.interlock.contracts.Sources;
import dev.interlock.dr.domain.CommandRefused;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.LaneAnswer;
import dev.interlock.dr.domain.LaneAnswer.Kind;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.DeploymentRefused;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.DeploymentTakenOver;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.holds.StartHolds;
import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EventReader;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class StartDeploymentHandler {

    private final Entities<Lane, LaneEvent> lanes;
    private final StartHolds holds;
    private final EventReader reader;

    StartDeploymentHandler(Entities<Lane, LaneEvent> lanes, StartHolds holds, EventReader reader) {
        this.lanes = lanes;
        this.holds = holds;
        this.reader = reader;
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
                                    if (events.stream()
                                            .anyMatch(DeploymentStarted.class::isInstance)) {
                                        stillSo(command);
                                    }
                                    appended.addAll(events);
                                    return events;
                                })
                        .state();
        return answer(appended, lane, command);
    }

    /**
     * The gate has seen everything that was there when it was asked. What came since, of the
     * requests that this start spends and of the lanes that its rules have counted, would otherwise
     * be as if it had come after.
     */
    private void stillSo(StartDeployment command) {
        var decision = command.decision();
        if (decision == null) {
            return;
        }
        long seen = decision.asOf().getOrDefault(Sources.DR, 0L);
        if (OtherLanes.matterTo(decision) && reader.hasAnyAfter(seen, OtherLanes.CHANGES)) {
            throw new CommandRefused(
                    new Refusal.LaneMoved(Pair.id(command.product(), command.environment()), seen));
        }
        var spent = decision.deploymentRequests();
        if (spent.isEmpty()) {
            return;
        }
        boolean changed =
                spent.stream().anyMatch(dr -> reader.lastOfEntity("deployment_request", dr) > seen);
        if (changed || holds.keepBack(spent, command.releasesSeen())) {
            throw new CommandRefused(new Refusal.RequestsMoved(spent));
        }
    }

    private static LaneAnswer answer(List<LaneEvent> appended, Lane lane, StartDeployment command) {
        if (appended.isEmpty()) {
            var known = StartDeploymentDecision.resumed(lane, command).orElseThrow();
            return new LaneAnswer(known.trace().id(), Kind.REPLAYED);
        }
        // what is presumed to have failed comes first
        return switch (appended.getLast()) {
            case DeploymentStarted e -> new LaneAnswer(e.deploymentId(), Kind.ADMITTED);
            case DeploymentTakenOver e -> new LaneAnswer(e.deploymentId(), Kind.REPLAYED);
            case DeploymentRefused e -> new LaneAnswer(e.deploymentId(), Kind.REFUSED);
            case LaneEvent e -> throw new IllegalStateException("no answer to a start: " + e);
        };
    }
}
