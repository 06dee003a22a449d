package dev.interlock.approval.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to decide.
 *
 * @param person the person behind the call; null for a machine
 * @param actorKind {@code human}, {@code ci}, {@code agent} or {@code system}
 * @param roles held now for what is decided on, by this service's own record
 * @param groups the person is in now
 * @param actingFor who is stood for; null if nobody else
 */
public record Approver(
        @Nullable String person,
        String actorKind,
        List<String> roles,
        Set<String> groups,
        @Nullable Delegator actingFor) {

    public static final String HUMAN = "human";

    /**
     * @param delegations those from the delegator to whoever decides, ended ones too
     */
    public record Delegator(
            String person,
            List<String> roles,
            Set<String> groups,
            List<Delegation.Given> delegations) {}

    public Approver(@Nullable String person, String actorKind, List<String> roles) {
        this(person, actorKind, roles, Set.of(), null);
    }

    /** The person, if it is one who acts personally. */
    public Optional<String> human() {
        return actorKind.equals(HUMAN) ? Optional.ofNullable(person) : Optional.empty();
    }

    /** The person, and who is stood for: as far as decisions go they are one. */
    public List<String> persons() {
        return Stream.of(
                        Optional.ofNullable(person),
                        Optional.ofNullable(actingFor).map(Delegator::person))
                .flatMap(Optional::stream)
                .toList();
    }

    public @Nullable String delegator() {
        return actingFor == null ? null : actingFor.person();
    }

    /** The first of the eligible roles that whoever is stood for holds. */
    public Optional<String> roleAmong(List<String> eligible) {
        return eligible.stream().filter(rolesStoodFor()::contains).findFirst();
    }

    public List<String> rolesStoodFor() {
        return actingFor == null ? roles : actingFor.roles();
    }

    public Set<String> groupsStoodFor() {
        return actingFor == null ? groups : actingFor.groups();
    }
}
