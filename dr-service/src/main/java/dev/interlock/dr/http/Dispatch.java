package dev.interlock.dr.http;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.CommandRefused;
import dev.interlock.dr.problem.DrProblems;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Positions;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Answer;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.ConcurrencyConflict;
import dev.interlock.eventstore.EventMetadata;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands in a caller's name; refusals come back as problems. */
@Component
public class Dispatch {

    private final Commands commands;

    Dispatch(Commands commands) {
        this.commands = commands;
    }

    /**
     * @throws Problem for a refusal
     */
    public <R> Answer<R> send(Object command, Caller caller) {
        return orProblem(() -> sendOrThrow(command, caller));
    }

    private static <R> Answer<R> orProblem(Supplier<Answer<R>> sent) {
        try {
            return sent.get();
        } catch (CommandRefused refused) {
            throw DrProblems.of(refused.refusal());
        } catch (ConcurrencyConflict e) {
            throw changedMeanwhile().with("winner", e.winner());
        } catch (DuplicateKeyException e) {
            throw changedMeanwhile();
        }
    }

    private static Problem changedMeanwhile() {
        return Problem.of(
                409, "CONCURRENT_CHANGE", "somebody else changed this meanwhile: try again");
    }

    /**
     * @throws CommandRefused for a refusal
     * @throws ConcurrencyConflict when another writer was faster
     */
    public <R> Answer<R> sendOrThrow(Object command, Caller caller) {
        return commands.send(command, by(caller));
    }

    /**
     * As {@link #sendOrThrow}, committed by itself: for what others must know before the request is
     * decided, and what may stay when it is refused.
     */
    public <R> Answer<R> sendApartOrThrow(Object command, Caller caller) {
        return commands.sendApart(command, by(caller));
    }

    /**
     * As {@link #send}, committed by itself.
     *
     * @throws Problem for a refusal
     */
    public <R> Answer<R> sendApart(Object command, Caller caller) {
        return orProblem(() -> sendApartOrThrow(command, caller));
    }

    /** What happens because of the caller, but not in the caller's name. */
    public static EventMetadata becauseOf(Caller caller) {
        return new EventMetadata(
                "system",
                "service:dr-service",
                "system",
                "system",
                null,
                caller.correlationId(),
                null,
                caller.traceparent());
    }

    /** Who a caller is to a deployment request. */
    public static Actor actor(Caller caller) {
        return new Actor(
                Objects.requireNonNullElse(caller.person(), caller.principal()),
                caller.may(Permission.DR_WRITE_ANY));
    }

    /** An answer to a write says how far readers must be to see it. */
    public static ResponseEntity.BodyBuilder answer(int status, long position) {
        return ResponseEntity.status(status)
                .header(Positions.HEADER, Positions.of(Sources.DR, position));
    }

    private static EventMetadata by(Caller caller) {
        return new EventMetadata(
                caller.authType(),
                caller.principal(),
                caller.actorKind(),
                caller.channel(),
                null,
                caller.correlationId(),
                null,
                caller.traceparent());
    }
}
