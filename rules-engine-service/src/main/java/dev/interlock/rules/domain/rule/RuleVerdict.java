package dev.interlock.rules.domain.rule;

/** What a rule says of a situation. */
public sealed interface RuleVerdict {

    /** The stable code of the failure this rule can report. */
    String code();

    String because();

    record Passed(String code, String because) implements RuleVerdict {}

    /**
     * @param waitingFor the kind of thing that is missing
     */
    record Failed(String code, String because, String waitingFor) implements RuleVerdict {}
}
