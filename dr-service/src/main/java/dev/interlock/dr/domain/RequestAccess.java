package dev.interlock.dr.domain;

import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.events.RequestEvent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every command on a request asks first: is it there, may this actor, is the actor up to date?
 */
public final class RequestAccess {

    private RequestAccess() {}

    /**
     * @param expected the revision the actor has seen; null = whichever it is
     */
    public static Decision<RequestEvent> checked(
            DeploymentRequest request,
            String id,
            Actor actor,
            @Nullable Integer expected,
            Function<Known, Decision<RequestEvent>> decide) {
        return switch (request) {
            case DeploymentRequest.Unknown _ ->
                    Decision.refuse(new Refusal.Unknown("deployment request", id));
            case Known known when !actor.mayChange(known.details().author()) ->
                    Decision.refuse(new Refusal.NotItsAuthor(id));
            case Known known when expected != null && expected != known.details().revision() ->
                    Decision.refuse(
                            new Refusal.StaleEdit(id, expected, known.details().revision()));
            case Known known -> decide.apply(known);
        };
    }
}
