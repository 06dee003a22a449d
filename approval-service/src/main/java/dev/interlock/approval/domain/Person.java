package dev.interlock.approval.domain;

import dev.interlock.approval.events.IdentityBound;
import dev.interlock.approval.events.PersonDeactivated;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.PersonReactivated;
import dev.interlock.approval.events.PersonRegistered;
import dev.interlock.approval.events.RoleGranted;
import dev.interlock.approval.events.RoleRevoked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Somebody who can act, as far as decisions need to know. */
public sealed interface Person {

    record Unknown() implements Person {}

    /**
     * @param grants in the order granted, each once
     * @param active false while the person cannot sign in; the roles stay, and do nothing
     */
    record Registered(String id, List<RoleGrant> grants, boolean active) implements Person {}

    default Person evolve(PersonEvent event) {
        return switch (event) {
            case PersonRegistered registered ->
                    new Registered(registered.person(), List.of(), true);
            case RoleGranted granted -> {
                var grant =
                        new RoleGrant(
                                Objects.requireNonNullElse(granted.grant(), granted.role()),
                                granted.role(),
                                RoleScope.of(granted.products(), granted.environments()));
                yield changed(grants -> without(grant.id(), grants, grant));
            }
            case RoleRevoked revoked ->
                    changed(
                            grants ->
                                    without(
                                            Objects.requireNonNullElse(
                                                    revoked.grant(), revoked.role()),
                                            grants));
            case PersonDeactivated _ -> active(false);
            case PersonReactivated _ -> active(true);
            case IdentityBound _ -> this;
        };
    }

    private Person changed(UnaryOperator<List<RoleGrant>> change) {
        return switch (this) {
            case Unknown unknown -> unknown;
            case Registered(var id, var grants, boolean active) ->
                    new Registered(id, change.apply(grants), active);
        };
    }

    private Person active(boolean active) {
        return switch (this) {
            case Unknown unknown -> unknown;
            case Registered(var id, var grants, _) -> new Registered(id, grants, active);
        };
    }

    private static List<RoleGrant> without(
            String id, List<RoleGrant> grants, RoleGrant... instead) {
        var changed = new ArrayList<>(grants);
        changed.removeIf(grant -> grant.id().equals(id));
        changed.addAll(List.of(instead));
        return List.copyOf(changed);
    }

    /** What is held now; nothing if unknown. */
    default List<RoleGrant> grants() {
        return switch (this) {
            case Unknown _ -> List.of();
            case Registered(_, var grants, _) -> grants;
        };
    }

    /** Roles held now, wherever they hold, each once; none if unknown or not active. */
    default List<String> roles() {
        return switch (this) {
            case Unknown _ -> List.of();
            case Registered(_, var grants, boolean active) ->
                    active ? grants.stream().map(RoleGrant::role).distinct().toList() : List.of();
        };
    }

    /**
     * Of these roles those that hold in every one of the places, each place by whichever grant.
     *
     * @param places none = it is not known where, which only a role without limits covers
     */
    default List<String> rolesIn(Collection<Place> places) {
        var where = places.isEmpty() ? List.of(new Place(null, null)) : places;
        return roles().stream()
                .filter(
                        role ->
                                where.stream()
                                        .allMatch(
                                                place ->
                                                        grants().stream()
                                                                .anyMatch(
                                                                        grant ->
                                                                                grant.role()
                                                                                                .equals(
                                                                                                        role)
                                                                                        && grant.scope()
                                                                                                .covers(
                                                                                                        place))))
                .toList();
    }
}
