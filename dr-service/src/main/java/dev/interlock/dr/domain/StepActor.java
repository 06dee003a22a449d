package dev.interlock.dr.domain;

import dev.interlock.dr.events.Contents.Step;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts on a step.
 *
 * @param roles held
 * @param kind {@code human}, {@code ci}, {@code agent} or {@code system}
 */
public record StepActor(Actor actor, Set<String> roles, String kind) {

    private static final String MANUAL = "manual";
    private static final String HUMAN = "human";

    /**
     * Whose step it is not. A step with a role of its own is not its author's: two pairs of eyes
     * were asked for.
     */
    public Optional<Refusal> barredFrom(Step step, RequestDetails request) {
        var role = step.assigneeRole();
        boolean may =
                actor.any()
                        || (role == null
                                ? actor.mayChange(request.author())
                                : roles.contains(role));
        if (!may) {
            return Optional.of(new Refusal.NotItsAssignee(request.id(), step.id(), role));
        }
        return step.kind().equals(MANUAL) && !kind.equals(HUMAN)
                ? Optional.of(new Refusal.PersonNeeded(request.id(), step.id(), kind))
                : Optional.empty();
    }
}
