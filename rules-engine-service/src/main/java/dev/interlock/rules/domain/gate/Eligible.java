package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Approval;
import dev.interlock.rules.domain.facts.Place;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.Slot;
import dev.interlock.rules.domain.facts.Tally.Filled;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who holds, now, a role that fills a slot of one deployment request. */
final class Eligible {

    private final Request request;
    private final Situation situation;
    private final Separation separation;

    Eligible(Request request, Situation situation, Separation separation) {
        this.request = request;
        this.situation = situation;
        this.separation = separation;
    }

    List<String> rolesFor(Slot slot) {
        var roles =
                new LinkedHashSet<>(
                        slot.roles().isEmpty()
                                ? situation.records().rolesOf(slot.type())
                                : slot.roles());
        roles.addAll(List.of("release_manager", "admin"));
        return List.copyOf(roles);
    }

    /**
     * True unless the slot wants its approvers to hold the role at the gate, and this one lost it.
     */
    boolean stillIs(Slot slot, Approval approval) {
        return !slot.stillEligible() || holds(slot, approval.principal());
    }

    boolean somebodyNoLongerIs(Slot slot) {
        return request.decisions().approvals().stream()
                .anyMatch(
                        a ->
                                a.slot().equals(slot.id())
                                        && !a.withdrawn()
                                        && !request.isStale(a)
                                        && !stillIs(slot, a));
    }

    /** Whoever may have lost the role in a record that could not be read has lost it. */
    private boolean holds(Slot slot, String person) {
        var records = situation.records();
        var places = placesOf(slot);
        return records.unreadable("person", person) == null
                && records.unreadable("approval_type", slot.type()) == null
                && rolesFor(slot).stream().anyMatch(role -> records.holds(person, role, places));
    }

    /** What goes where of that an approval of this slot is about. */
    private List<Place> placesOf(Slot slot) {
        return request.facts().places().stream()
                .filter(
                        place ->
                                slot.environment() == null
                                        || slot.environment().equals(place.environment()))
                .toList();
    }

    WhoCanFix whoCanFill(Filled filled) {
        var slot = filled.slot();
        var roles = rolesFor(slot);
        var places = placesOf(slot);
        var used = used();
        var people = new TreeSet<String>();
        for (var role : roles) {
            for (var person : situation.records().holders(role, places)) {
                if (!used.contains(person) && !separation.excludes(slot, person)) {
                    people.add(person);
                }
            }
        }
        return new WhoCanFix(slot.id(), roles, List.copyOf(people));
    }

    /** Everybody whose approval stands, in whichever slot: one slot a person. */
    private Set<String> used() {
        var used = new HashSet<String>();
        for (var approval : request.decisions().approvals()) {
            if (request.stands(approval, situation.now())) {
                used.add(approval.person());
                used.add(approval.principal());
            }
        }
        return used;
    }
}
