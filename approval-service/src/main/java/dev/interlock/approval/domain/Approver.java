package dev.interlock.approval.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to decide.
 *
 * @param person the person behind the call; null for a machine
 * @param actorKind {@code human}, {@code ci}, {@code agent} or {@code system}
 * @param roles held now, by this service's own record
 */
public record Approver(@Nullable String person, String actorKind, List<String> roles) {

    public static final String HUMAN = "human";

    /** The person, if it is one who acts personally. */
    public Optional<String> human() {
        return actorKind.equals(HUMAN) ? Optional.ofNullable(person) : Optional.empty();
    }

    /** The first of the eligible roles that this person holds. */
    public Optional<String> roleAmong(List<String> eligible) {
        return eligible.stream().filter(roles::contains).findFirst();
    }
}
