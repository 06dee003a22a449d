package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.Place;
import dev.interlock.rules.domain.facts.Rejection;
import dev.interlock.rules.domain.facts.Situation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Without whom a deployment goes when an override lifts what fails: those who can put it right now,
 * those who would be asked later, and those who had objected (SPEC 5: all of them are told).
 */
final class Skipped {

    private final Situation situation;
    private final Facts facts;
    private final Set<String> people = new TreeSet<>();

    private Skipped(Situation situation, Facts facts) {
        this.situation = situation;
        this.facts = facts;
    }

    /**
     * @return opaque ids; null for nobody
     */
    static @Nullable List<String> by(
            GivenOverride override, List<Finding> failures, Situation situation, Facts facts) {
        var skipped = new Skipped(situation, facts);
        for (var failure : failures) {
            if (override.names().contains(Overridable.nameOf(failure))) {
                skipped.add(failure);
            }
        }
        return skipped.people.isEmpty() ? null : List.copyOf(skipped.people);
    }

    private void add(Finding failure) {
        for (var who : failure.whoCanFix()) {
            people.addAll(who.people());
            if (who.slot() != null && who.people().isEmpty()) {
                addHolders(who.roles());
            }
        }
        if (failure.whoCanFix().isEmpty()) {
            addAskedBy(failure);
        }
        if (Code.of(failure.code()) == Code.DR_REJECTED) {
            addObjectors(failure);
        }
    }

    /** What the rule wants first is missing; it would have asked them then. */
    private void addAskedBy(Finding failure) {
        var named = failure.rule();
        var rule = named == null ? null : facts.rule(named.id());
        var kind = rule == null ? null : rule.kind();
        if (kind != null) {
            kind.approvalTypes().forEach(type -> addHolders(facts.rolesOf(type)));
        }
    }

    private void addObjectors(Finding failure) {
        var rejected = situation.rejected();
        var ids = new TreeSet<String>();
        failure.waitingOn().stream().map(WaitingOn::dr).filter(Objects::nonNull).forEach(ids::add);
        if (rejected != null) {
            ids.add(rejected.id());
        }
        for (var id : ids) {
            var request = facts.request(id);
            if (request != null) {
                request.decisions().vetoes().stream().map(Rejection::person).forEach(people::add);
            }
        }
    }

    private void addHolders(Collection<String> roles) {
        var here = List.of(new Place(situation.query().product(), situation.environment().name()));
        roles.forEach(role -> people.addAll(facts.holders(role, here)));
    }
}
