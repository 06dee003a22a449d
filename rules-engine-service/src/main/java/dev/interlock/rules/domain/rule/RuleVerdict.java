package dev.interlock.rules.domain.rule;

import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule says of a situation. */
public sealed interface RuleVerdict {

    String because();

    /**
     * @param code the stable code of the failure this rule can report
     * @param since since when; null if unknown
     * @param until the first instant at which it fails by waiting alone; null if it never does, or
     *     that is not known
     */
    record Passed(String code, String because, @Nullable Instant since, @Nullable Instant until)
            implements RuleVerdict {

        public Passed(String code, String because, @Nullable Instant since) {
            this(code, because, since, null);
        }

        public Passed(String code, String because) {
            this(code, because, null, null);
        }
    }

    /**
     * @param waitingFor the kind of thing that is missing
     * @param until the first instant at which the rule passes by waiting alone; null if it never
     *     does
     * @param missing each thing that is missing, if more is known of it than its kind
     */
    record Failed(
            String code,
            String because,
            String waitingFor,
            @Nullable Instant until,
            List<Missing> missing)
            implements RuleVerdict {

        public Failed {
            missing = List.copyOf(missing);
        }

        public Failed(String code, String because, String waitingFor, @Nullable Instant until) {
            this(code, because, waitingFor, until, List.of());
        }

        public Failed(String code, String because, String waitingFor) {
            this(code, because, waitingFor, null, List.of());
        }
    }

    /** What is missing, and who can supply it. */
    record Missing(WaitingOn waitingOn, WhoCanFix who) {}

    /** Says nothing of this deployment. */
    record Skipped(String code, String because) implements RuleVerdict {}

    /** A record that it rests on cannot be read. */
    record Unreadable(String because) implements RuleVerdict {}
}
