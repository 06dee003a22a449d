package dev.interlock.approval.read.tasks;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.eligibility.Delegations;
import dev.interlock.approval.eligibility.Memberships;
import dev.interlock.approval.events.ApprovalTypeEvent;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All tasks of one person, in their own name and in the names of those they stand for. */
@Component
class PersonalTasks {

    private final OpenApprovals open;
    private final Entities<Person, PersonEvent> people;
    private final Entities<ApprovalType, ApprovalTypeEvent> types;
    private final Memberships memberships;
    private final Delegations delegations;
    private final Clock clock;

    PersonalTasks(
            OpenApprovals open,
            Entities<Person, PersonEvent> people,
            Entities<ApprovalType, ApprovalTypeEvent> types,
            Memberships memberships,
            Delegations delegations,
            Clock clock) {
        this.open = open;
        this.people = people;
        this.types = types;
        this.memberships = memberships;
        this.delegations = delegations;
        this.clock = clock;
    }

    /** Oldest first. */
    List<Task> of(String person) {
        var now = clock.instant();
        var typesByName = new HashMap<String, ApprovalType>();
        var deciders = new ArrayList<Tasks.Decider>();
        deciders.add(new InName(typesByName, person, null, List.of()));
        delegations.to(person).stream()
                .filter(d -> d.isActive(now))
                .collect(Collectors.groupingBy(Delegation.Given::from))
                .forEach(
                        (delegator, given) ->
                                deciders.add(new InName(typesByName, person, delegator, given)));
        return open.now().stream()
                .flatMap(
                        request ->
                                deciders.stream().flatMap(d -> Tasks.of(request, d, now).stream()))
                .sorted(Task.OLDEST_FIRST)
                .toList();
    }

    private final class InName implements Tasks.Decider {

        private final Map<String, ApprovalType> typesByName;
        private final String person;
        private final @Nullable String delegator;
        private final List<Delegation.Given> given;
        private final Person stoodFor;
        private final Set<String> groups;

        InName(
                Map<String, ApprovalType> typesByName,
                String person,
                @Nullable String delegator,
                List<Delegation.Given> given) {
            this.typesByName = typesByName;
            this.person = person;
            this.delegator = delegator;
            this.given = given;
            this.stoodFor = people.load(delegator == null ? person : delegator);
            this.groups = memberships.of(delegator == null ? person : delegator);
        }

        @Override
        public Approver on(RequestSnapshot request, RequestSnapshot.Slot slot) {
            var roles = stoodFor.rolesIn(request.placesOf(slot));
            return delegator == null
                    ? new Approver(person, Approver.HUMAN, roles, groups, null)
                    : new Approver(
                            person,
                            Approver.HUMAN,
                            List.of(),
                            Set.of(),
                            new Approver.Delegator(delegator, roles, groups, given));
        }

        @Override
        public List<String> eligibleRoles(RequestSnapshot.Slot slot) {
            return typesByName
                    .computeIfAbsent(slot.type(), types::load)
                    .eligibleRoles(slot.roles());
        }
    }
}
