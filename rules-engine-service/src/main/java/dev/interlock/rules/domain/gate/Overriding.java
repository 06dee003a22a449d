package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.GateDecision.OverrideUse;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which overrides lift which failures. Nothing is lifted by halves: unless everything that fails
 * and is enforced is lifted, the deployment is blocked and no override is used.
 *
 * @param known those that could be for this deployment: the one named, else all of its own
 */
record Overriding(List<GivenOverride> known, Situation situation, Facts facts) {

    static final String MISMATCH = "OVERRIDE_MISMATCH";
    private static final String PENDING = "OVERRIDE_PENDING";
    private static final String EXPIRED = "OVERRIDE_EXPIRED";
    private static final String SPENT = "OVERRIDE_SPENT";
    private static final String REVIEW_DUE = "OVERRIDE_REVIEW_DUE";
    private static final String NOT_ALLOWED = "OVERRIDE_NOT_ALLOWED";

    /** Of one that nobody named, worth telling only if it is for what fails now. */
    private static final Set<String> OVER = Set.of(EXPIRED, SPENT);

    /**
     * @param applied they lift all that fails; empty if nothing has to be lifted, or not all can be
     * @param uses those applied, and those that were not, with why
     */
    record Outcome(List<GivenOverride> applied, List<OverrideUse> uses) {

        static final Outcome NONE = new Outcome(List.of(), List.of());
    }

    static Overriding of(Situation situation, Facts facts) {
        var query = situation.query();
        var named = query.override();
        if (named == null) {
            return new Overriding(
                    facts.overrides(query.product(), query.version(), situation.environment()),
                    situation,
                    facts);
        }
        var override = facts.override(named);
        return new Overriding(override == null ? List.of() : List.of(override), situation, facts);
    }

    /** Does one that is in force at this instant lift this failure? */
    boolean lifts(Finding failure, Instant at) {
        if (known.isEmpty()) {
            return false;
        }
        var name = Overridable.nameOf(failure, facts);
        return name != null
                && known.stream()
                        .anyMatch(o -> o.names().contains(name) && objection(o, at) == null);
    }

    Outcome against(List<Finding> findings) {
        if (known.isEmpty() && situation.query().override() == null) {
            return Outcome.NONE;
        }
        var failures =
                findings.stream().filter(f -> Gate.failed(f) && f.mode() == Mode.ENFORCE).toList();
        if (failures.isEmpty()) {
            return new Outcome(List.of(), namedWrongly());
        }
        var now = situation.now();
        var applied =
                failures.stream().allMatch(failure -> lifts(failure, now))
                        ? sufficient(names(failures))
                        : List.<GivenOverride>of();
        var uses = new ArrayList<OverrideUse>();
        for (var override : known) {
            if (applied.contains(override)) {
                uses.add(
                        new OverrideUse(
                                override.id(),
                                null,
                                Skipped.by(override, failures, situation, facts)));
            } else {
                var code = whyNot(override, failures);
                if (situation.query().override() != null
                        || (applied.isEmpty()
                                && (!OVER.contains(code) || isForAnyOf(failures, override)))) {
                    uses.add(new OverrideUse(override.id(), code));
                }
            }
        }
        var named = situation.query().override();
        if (named != null && known.isEmpty()) {
            uses.add(new OverrideUse(named, MISMATCH));
        }
        return new Outcome(applied, List.copyOf(uses));
    }

    private boolean isForAnyOf(List<Finding> failures, GivenOverride override) {
        return failures.stream().anyMatch(f -> override.names().contains(Overridable.nameOf(f)));
    }

    /** Though there is nothing to lift. */
    private List<OverrideUse> namedWrongly() {
        var named = situation.query().override();
        if (named == null) {
            return List.of();
        }
        var why = known.isEmpty() ? MISMATCH : objection(known.getFirst(), situation.now());
        return why == null ? List.of() : List.of(new OverrideUse(named, why));
    }

    /** One that lifts all if there is one, the oldest first; else as many as it takes. */
    private List<GivenOverride> sufficient(Set<String> failed) {
        var inForce = known.stream().filter(o -> objection(o, situation.now()) == null).toList();
        Optional<GivenOverride> one =
                inForce.stream().filter(o -> o.names().containsAll(failed)).findFirst();
        if (one.isPresent()) {
            return List.of(one.get());
        }
        var left = new TreeSet<>(failed);
        var applied = new ArrayList<GivenOverride>();
        for (var override : inForce) {
            if (left.removeAll(Set.copyOf(override.names()))) {
                applied.add(override);
            }
        }
        return applied;
    }

    private Set<String> names(List<Finding> failures) {
        var names = new TreeSet<String>();
        for (var failure : failures) {
            var name = Overridable.nameOf(failure, facts);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private String whyNot(GivenOverride override, List<Finding> failures) {
        var objection = objection(override, situation.now());
        if (objection != null) {
            return objection;
        }
        boolean namesWhatNothingLifts =
                override.names().stream()
                        .anyMatch(n -> Overridable.of(n, facts) == Overridable.Standing.MAY_NOT);
        boolean somethingCannotBeLifted =
                failures.stream().anyMatch(f -> Overridable.nameOf(f, facts) == null);
        return namesWhatNothingLifts || somethingCannotBeLifted ? NOT_ALLOWED : MISMATCH;
    }

    /** Why it lifts nothing here, whatever fails; null if it is in force. */
    private @Nullable String objection(GivenOverride override, Instant at) {
        var query = situation.query();
        if (!override.isFor(query.product(), query.version(), situation.environment())) {
            return MISMATCH;
        }
        if (override.spent() != null) {
            return SPENT;
        }
        // what was said of it last could not be read: it may have been taken back
        if (override.hasEnded(at) || facts.unreadable("override", override.id()) != null) {
            return EXPIRED;
        }
        if (at.isBefore(override.requestedAt()) || override.isPending(at)) {
            return PENDING;
        }
        return override.brokenBy().stream().anyMatch(facts::reviewDue) ? REVIEW_DUE : null;
    }
}
