package dev.interlock.dr.http;

import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.edge.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The products of a deployment request, each with the environments it goes to. */
final class WhereItGoes {

    private record Place(@Nullable String product, @Nullable String environment) {}

    private final List<Place> places;

    private WhereItGoes(List<Place> places) {
        this.places = places;
    }

    /** A draft need not name both yet: then it is only about those it names. */
    static WhereItGoes of(Collection<Item> items, List<String> targets) {
        var places = new ArrayList<Place>();
        for (var item : items) {
            var to = item.targetsAmong(targets);
            to.forEach(environment -> places.add(new Place(item.product(), environment)));
            if (to.isEmpty()) {
                places.add(new Place(item.product(), null));
            }
        }
        targets.forEach(target -> places.add(new Place(null, target)));
        return new WhereItGoes(List.copyOf(places));
    }

    /**
     * @throws dev.interlock.edge.Problem 403 unless the caller holds it for all of them
     */
    void require(Permission permission, Caller caller) {
        places.forEach(place -> caller.require(permission, place.product(), place.environment()));
    }

    /** The roles that the caller holds for all of them, each place by whichever grant. */
    Set<String> rolesOf(Caller caller) {
        var grants = caller.identity().grants();
        var everywhere = new Place(Grant.ALL, Grant.ALL);
        return caller.identity().roles().stream()
                .filter(
                        role ->
                                (places.isEmpty() ? List.of(everywhere) : places)
                                        .stream()
                                                .allMatch(
                                                        place ->
                                                                grants.stream()
                                                                        .anyMatch(
                                                                                grant ->
                                                                                        holds(
                                                                                                role,
                                                                                                grant,
                                                                                                place))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean holds(String role, Grant grant, Place place) {
        return role.equals(grant.role()) && grant.covers(place.product(), place.environment());
    }

    /** The caller with those permissions only that hold for all of them. */
    Caller narrowed(Caller caller) {
        var identity = caller.identity();
        var held =
                identity.permissions().stream()
                        .filter(
                                permission ->
                                        places.isEmpty()
                                                ? caller.may(permission)
                                                : places.stream()
                                                        .allMatch(
                                                                p ->
                                                                        caller.may(
                                                                                permission,
                                                                                p.product(),
                                                                                p.environment())))
                        .collect(Collectors.toUnmodifiableSet());
        return new Caller(
                with(identity, held),
                caller.channel(),
                caller.correlationId(),
                caller.traceparent(),
                caller.atLeast());
    }

    private static Identity with(Identity identity, Set<Permission> permissions) {
        return new Identity(
                identity.principal(),
                identity.kind(),
                identity.actorKind(),
                identity.person(),
                identity.tokenId(),
                identity.name(),
                identity.roles(),
                permissions,
                identity.products(),
                identity.environments(),
                List.of(Grant.everywhere(permissions)));
    }
}
