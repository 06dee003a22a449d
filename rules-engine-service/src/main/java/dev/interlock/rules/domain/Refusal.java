package dev.interlock.rules.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a command was refused. */
public sealed interface Refusal {

    String detail();

    record NoSuchRule(String rule) implements Refusal {
        @Override
        public String detail() {
            return rule + " does not exist";
        }
    }

    record StaleVersion(String rule, int given, int current) implements Refusal {
        @Override
        public String detail() {
            return "%s: version %d (expected: %d, the current one)".formatted(rule, given, current);
        }
    }

    record KindIsFixed(String rule, String kind) implements Refusal {
        @Override
        public String detail() {
            return "%s is of kind %s for good".formatted(rule, kind);
        }
    }

    record NoSuchCalendar(String calendar) implements Refusal {
        @Override
        public String detail() {
            return "calendar %s does not exist".formatted(calendar);
        }
    }

    /** Nobody may replace what they have not seen. */
    record CalendarExists(String calendar, int version) implements Refusal {
        @Override
        public String detail() {
            return "calendar %s exists: If-Match is required, with the ETag of the version you have seen"
                    .formatted(calendar);
        }
    }

    /**
     * @param rules ids of the rules that name it
     */
    record CalendarInUse(String calendar, List<String> rules) implements Refusal {

        public CalendarInUse {
            rules = List.copyOf(rules);
        }

        @Override
        public String detail() {
            return "calendar %s is named by %s: take it out of these rules first"
                    .formatted(calendar, String.join(", ", rules));
        }
    }

    record NoSuchFreeze(String freeze) implements Refusal {
        @Override
        public String detail() {
            return freeze + " does not exist";
        }
    }

    /**
     * @param how {@code thawed} or {@code expired}
     */
    record FreezeEnded(String freeze, String how, Instant at) implements Refusal {
        @Override
        public String detail() {
            return "%s has %s at %s: activate a new one"
                    .formatted(freeze, how.equals("thawed") ? "been thawed" : how, at);
        }
    }

    /**
     * @param current null = it lasts until it is thawed
     */
    record EndsNoLater(@Nullable Instant current) implements Refusal {
        @Override
        public String detail() {
            return current == null
                    ? "it lasts until it is thawed: there is nothing to extend"
                    : "is not after %s, when it ends now (to end it sooner, thaw it)"
                            .formatted(current);
        }
    }

    record NoSuchOverride(String override) implements Refusal {
        @Override
        public String detail() {
            return override + " does not exist";
        }
    }

    /**
     * @param how {@code withdrawn} or {@code expired}
     */
    record OverrideEnded(String override, String how, Instant at) implements Refusal {
        @Override
        public String detail() {
            return "%s %s at %s: request a new one"
                    .formatted(override, how.equals("expired") ? how : "was " + how, at);
        }
    }

    record OverrideSpent(String override, String deployment) implements Refusal {
        @Override
        public String detail() {
            return "%s was used by deployment %s".formatted(override, deployment);
        }
    }

    /** Of an override that this person requested or confirmed, and that was used. */
    record OverrideReviewDue() implements Refusal {
        @Override
        public String detail() {
            return "an override of yours was used and not reviewed yet: ask somebody else to close"
                    + " the review first";
        }
    }

    record OverrideNotPending(String override) implements Refusal {
        @Override
        public String detail() {
            return override + " waits for nobody: it was confirmed, or needs one person only";
        }
    }

    record OverrideReviewNotDue(String override) implements Refusal {
        @Override
        public String detail() {
            return override + " was not used: there is nothing to review";
        }
    }

    /**
     * @param what {@code confirms} or {@code reviews}
     */
    record OwnOverride(String override, String what) implements Refusal {
        @Override
        public String detail() {
            return "%s is yours: somebody else %s it".formatted(override, what);
        }
    }

    /** Its time was over before it was recorded. */
    record EndsBeforeItStarts(Instant startsAt) implements Refusal {
        @Override
        public String detail() {
            return "is not after its start, " + startsAt;
        }
    }
}
