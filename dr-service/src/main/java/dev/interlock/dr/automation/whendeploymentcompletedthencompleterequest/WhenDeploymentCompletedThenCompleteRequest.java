package dev.interlock.dr.automation.whendeploymentcompletedthencompleterequest;

import dev.interlock.dr.events.DeploymentCompleted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.StepCompleted;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.write.completedeployedrequest.CompleteDeployedRequest;
import dev.interlock.dr.write.finishdeployment.AfterCompletion;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.EventMetadata;
import dev.interlock.eventstore.Occurrence;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows the event store, so that nothing is forgotten; and is tried at once after a report, so
 * that its answer shows the outcome. The second of the two finds nothing left to do.
 */
@Component
public class WhenDeploymentCompletedThenCompleteRequest implements AfterCompletion {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenDeploymentCompletedThenCompleteRequest.class);

    private final DeployedRequests deployed;
    private final Commands commands;

    WhenDeploymentCompletedThenCompleteRequest(DeployedRequests deployed, Commands commands) {
        this.deployed = deployed;
        this.commands = commands;
    }

    public void on(Occurrence occurrence, Object event) {
        if (event instanceof DeploymentCompleted done) {
            complete(
                    done.product(),
                    done.version(),
                    done.environment(),
                    EventMetadata.system("dr-service", occurrence));
        }
        // perhaps the last thing that was missing, or the edit that no longer asks for it
        if (event instanceof StepCompleted || event instanceof RequestEdited) {
            send(
                    deployed.named(((RequestEvent) event).dr()),
                    EventMetadata.system("dr-service", occurrence));
        }
    }

    @Override
    public long completed(String product, String version, String environment, Caller caller) {
        try {
            return complete(product, version, environment, Dispatch.becauseOf(caller));
        } catch (RuntimeException e) {
            LOG.warn("completing is left to the follower: {}", e.toString());
            return 0;
        }
    }

    private long complete(String product, String version, String environment, EventMetadata by) {
        return send(deployed.covering(product, version, environment), by);
    }

    private long send(List<CompleteDeployedRequest> found, EventMetadata by) {
        long newest = 0;
        for (var command : found) {
            newest = Math.max(newest, commands.send(command, by).position());
        }
        return newest;
    }
}
