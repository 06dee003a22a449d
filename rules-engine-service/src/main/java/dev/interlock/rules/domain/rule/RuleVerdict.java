package dev.interlock.rules.domain.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rule says of a situation. */
public sealed interface RuleVerdict {

    String because();

    /**
     * @param code the stable code of the failure this rule can report
     * @param since since when; null if unknown
     */
    record Passed(String code, String because, @Nullable Instant since) implements RuleVerdict {

        public Passed(String code, String because) {
            this(code, because, null);
        }
    }

    /**
     * @param waitingFor the kind of thing that is missing
     * @param until the first instant at which the rule passes by waiting alone; null if it never
     *     does
     */
    record Failed(String code, String because, String waitingFor, @Nullable Instant until)
            implements RuleVerdict {

        public Failed(String code, String because, String waitingFor) {
            this(code, because, waitingFor, null);
        }
    }

    /** Says nothing of this deployment. */
    record Skipped(String code, String because) implements RuleVerdict {}

    /** A record that it rests on cannot be read. */
    record Unreadable(String because) implements RuleVerdict {}
}
