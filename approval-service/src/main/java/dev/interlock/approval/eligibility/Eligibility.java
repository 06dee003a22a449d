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

    Eligibility(
            Entities<Person, PersonEvent> people, Entities<ApprovalType, ApprovalTypeEvent> types) {
        this.people = people;
        this.types = types;
    }

    /**
     * With the roles that hold everywhere.
     *
     * @param person null for a machine
     */
    public Approver approver(@Nullable String person, String actorKind) {
        return approver(person, actorKind, List.of());
    }

    /**
     * With the roles that hold for everything a decision on this slot is about.
     *
     * @param person null for a machine
     */
    public Approver approver(
            @Nullable String person, String actorKind, RequestSnapshot request, String slot) {
        return approver(
                person, actorKind, request.slot(slot).map(request::placesOf).orElse(List.of()));
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
        return approver(person, actorKind, List.of(new Place(version.product(), environment)));
    }

    private Approver approver(@Nullable String person, String actorKind, Collection<Place> places) {
        return new Approver(
                person,
                actorKind,
                person == null ? List.of() : people.load(person).rolesIn(places));
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
