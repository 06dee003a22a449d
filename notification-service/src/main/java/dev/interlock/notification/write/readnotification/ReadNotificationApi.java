package dev.interlock.notification.write.readnotification;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Positions;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.ConcurrencyConflict;
import dev.interlock.eventstore.EventMetadata;
import dev.interlock.notification.domain.CommandRefused;
import dev.interlock.notification.problem.NotificationProblems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReadNotificationApi {

    private final Commands commands;

    ReadNotificationApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/inbox/{id}/read")
    ResponseEntity<Void> read(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        String person = caller.person();
        if (person == null) {
            throw NotificationProblems.noInbox();
        }
        var by =
                new EventMetadata(
                        caller.authType(),
                        caller.principal(),
                        caller.actorKind(),
                        caller.channel(),
                        null,
                        caller.correlationId(),
                        null,
                        caller.traceparent());
        try {
            var answer = commands.send(new ReadNotification(id, person), by);
            return ResponseEntity.noContent()
                    .header(Positions.HEADER, Positions.of(Sources.NOTIFICATION, answer.position()))
                    .build();
        } catch (CommandRefused refused) {
            throw NotificationProblems.of(refused.refusal());
        } catch (ConcurrencyConflict e) {
            throw Problem.of(
                            409,
                            "CONCURRENT_CHANGE",
                            "somebody else changed this meanwhile: try again")
                    .with("winner", e.winner());
        }
    }
}
