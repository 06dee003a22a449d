package dev.interlock.approval.eligibility;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Place;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.VersionName;
import dev.interlock.approval.events.ApprovalTypeEvent;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asked by handlers, inside their command. */
@Component
public class Eligibility {

    private final Entities<Person, PersonEvent> people;
    private final Entities<ApprovalType, ApprovalTypeEvent> types;
    private final Memberships memberships;
    private final Delegations delegations;

    Eligibility(
            Entities<Person, PersonEvent> people,
            Entities<ApprovalType, ApprovalTypeEvent> types,
            Memberships memberships,
            Delegations delegations) {
        this.people = people;
        this.types = types;
        this.memberships = memberships;
        this.delegations = delegations;
    }

    /**
     * With the roles that hold everywhere.
     *
     * @param person null for a machine
     */
    public Approver approver(@Nullable String person, String actorKind) {
        return new Approver(person, actorKind, rolesOf(person, List.of()));
    }

    /**
     * Who decides on a slot, with the roles that hold for everything this is about.
     *
     * @param person null for a machine
     * @param actingFor who is stood for; null if nobody else
     */
    public Approver approver(
            @Nullable String person,
            String actorKind,
            @Nullable String actingFor,
            RequestSnapshot request,
            String slot) {
        var places = request.slot(slot).map(request::placesOf).orElse(List.of());
        return new Approver(
                person,
                actorKind,
                rolesOf(person, places),
                memberships.of(person),
                actingFor == null || person == null
                        ? null
                        : new Approver.Delegator(
                                actingFor,
                                rolesOf(actingFor, places),
                                memberships.of(actingFor),
                                delegations.from(actingFor, person)));
    }

    /**
     * With the roles that hold for this version.
     *
     * @param person null for a machine
     * @param environment null = any: only roles that hold everywhere
     */
    public Approver approver(
            @Nullable String person,
            String actorKind,
            VersionName version,
            @Nullable String environment) {
        return new Approver(
                person,
                actorKind,
                rolesOf(person, List.of(new Place(version.product(), environment))));
    }

    private List<String> rolesOf(@Nullable String person, Collection<Place> places) {
        return person == null ? List.of() : people.load(person).rolesIn(places);
    }

    /** Undefined if nobody defined it. */
    public ApprovalType type(String type) {
        return types.load(type);
    }

    /**
     * Roles that may fill the slot, in the order in which they are credited; none if the request
     * has no such slot.
     */
    public List<String> rolesFor(RequestSnapshot request, String slot) {
        return request.slot(slot)
                .map(found -> types.load(found.type()).eligibleRoles(found.roles()))
                .orElse(List.of());
    }
}
