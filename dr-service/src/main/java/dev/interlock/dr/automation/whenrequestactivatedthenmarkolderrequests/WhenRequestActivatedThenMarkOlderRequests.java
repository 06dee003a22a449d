package dev.interlock.dr.automation.whenrequestactivatedthenmarkolderrequests;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Completed;
import dev.interlock.dr.domain.DeploymentRequest.InProgress;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.write.marksuperseded.MarkSuperseded;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EventMetadata;
import dev.interlock.eventstore.Occurrence;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Follows the event store, so that none is forgotten. What it does is looked up in the requests as
 * they are by then: one that was given up meanwhile takes no other's place. Who is marked already
 * is not marked again by the same one.
 */
@Component
public class WhenRequestActivatedThenMarkOlderRequests {

    private final OverlappingRequests overlapping;
    private final Entities<DeploymentRequest, RequestEvent> requests;
    private final Commands commands;

    WhenRequestActivatedThenMarkOlderRequests(
            OverlappingRequests overlapping,
            Entities<DeploymentRequest, RequestEvent> requests,
            Commands commands) {
        this.overlapping = overlapping;
        this.requests = requests;
        this.commands = commands;
    }

    public void on(Occurrence occurrence, Object event) {
        if (event instanceof RequestActivated activated) {
            send(overlapping.supersededBy(activated.dr()).stream(), occurrence);
            send(named(activated.dr()), occurrence);
        }
        // the newer one may ship more now, or the older one
        if (event instanceof RequestEdited edited && edited.hashedChange()) {
            send(overlapping.supersededBy(edited.dr()).stream(), occurrence);
            send(overlapping.superseding(edited.dr()).stream(), occurrence);
        }
    }

    private Stream<MarkSuperseded> named(String newer) {
        return switch (requests.load(newer)) {
            case InProgress(var details) -> named(details);
            case Completed(var details) -> named(details);
            case DeploymentRequest.Known _, DeploymentRequest.Unknown _ -> Stream.empty();
        };
    }

    private static Stream<MarkSuperseded> named(RequestDetails newer) {
        return Stream.ofNullable(newer.origin().supersedes())
                .map(older -> MarkSuperseded.named(older, newer.id()));
    }

    private void send(Stream<MarkSuperseded> marks, Occurrence because) {
        var by = EventMetadata.system("dr-service", because);
        List<MarkSuperseded> all = marks.toList();
        all.forEach(mark -> commands.send(mark, by));
    }
}
