package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an override may name: rules by their id, freezes as {@code freeze:} and an id, built-in
 * checks by their code (SPEC 11).
 */
public final class Overridable {

    static final String FREEZE = "freeze:";

    /**
     * Who and what is asked about, whether it can be told at all, and lanes are beyond overrides; a
     * freeze has a name of its own, and the rest are codes of rules.
     */
    private static final Set<Code> CODES =
            EnumSet.of(
                    Code.SUPERSEDED,
                    Code.ADMISSION_SPENT,
                    Code.VERSION_REJECTED,
                    Code.DR_REJECTED,
                    Code.APPROVAL_REQUIRED,
                    Code.APPROVAL_EXPIRED,
                    Code.APPROVAL_STALE,
                    Code.SELF_APPROVAL_FORBIDDEN,
                    Code.STEPS_INCOMPLETE,
                    Code.ORDER_VIOLATION);

    private static final Set<String> NAMES =
            CODES.stream().map(Code::name).collect(Collectors.toUnmodifiableSet());

    /** Whether one may be named, and what it is. */
    public enum Standing {
        MAY,
        /** It exists, and nothing lifts it. */
        MAY_NOT,
        UNKNOWN
    }

    private Overridable() {}

    /** Id of the freeze that a name names; empty if it names none. */
    public static String freezeIn(String name) {
        return name.startsWith(FREEZE) ? name.substring(FREEZE.length()) : "";
    }

    public static Standing of(String name, Facts facts) {
        if (name.startsWith(FREEZE)) {
            return facts.freeze(freezeIn(name)) == null ? Standing.UNKNOWN : Standing.MAY;
        }
        var rule = facts.rule(name);
        if (rule != null) {
            return rule.isOverridable() ? Standing.MAY : Standing.MAY_NOT;
        }
        if (NAMES.contains(name)) {
            return Standing.MAY;
        }
        return Code.isKnown(name) ? Standing.MAY_NOT : Standing.UNKNOWN;
    }

    /** As an override names what failed; null if nothing lifts it. */
    static @Nullable String nameOf(Finding finding, Facts facts) {
        var name = nameOf(finding);
        var rule = finding.rule();
        if (rule != null) {
            var known = facts.rule(rule.id());
            return known != null && known.isOverridable() ? name : null;
        }
        return name.startsWith(FREEZE) || NAMES.contains(name) ? name : null;
    }

    /** As an override would name it, whether or not one may. */
    public static String nameOf(Finding finding) {
        var rule = finding.rule();
        if (rule != null) {
            return rule.id();
        }
        var builtin = finding.builtin();
        return builtin != null && builtin.startsWith(FREEZE) ? builtin : finding.code();
    }
}
