package dev.interlock.approval.http;

import dev.interlock.contracts.Sources;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Positions;
import dev.interlock.eventstore.Answer;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.EventMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands in the caller's name. */
@Component
public final class CallerCommands {

    private final Commands commands;

    CallerCommands(Commands commands) {
        this.commands = commands;
    }

    public <R> Answer<R> send(Object command, Caller caller) {
        return send(command, caller, null);
    }

    /**
     * @param onBehalfOf who is stood for; null if nobody
     */
    public <R> Answer<R> send(Object command, Caller caller, @Nullable String onBehalfOf) {
        return commands.send(command, metadata(caller, onBehalfOf));
    }

    /** An answer that says which position the caller may wait for elsewhere. */
    public static ResponseEntity.BodyBuilder answer(HttpStatus status, Answer<?> answer) {
        return ResponseEntity.status(status)
                .header(Positions.HEADER, Positions.of(Sources.APPROVAL, answer.position()));
    }

    private static EventMetadata metadata(Caller caller, @Nullable String onBehalfOf) {
        return new EventMetadata(
                caller.authType(),
                caller.principal(),
                caller.actorKind(),
                caller.channel(),
                onBehalfOf,
                caller.correlationId(),
                null,
                caller.traceparent());
    }
}
