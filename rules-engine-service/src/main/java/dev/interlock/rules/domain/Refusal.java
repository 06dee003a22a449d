package dev.interlock.rules.domain;

import java.time.Instant;
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

    /** Its time was over before it was recorded. */
    record EndsBeforeItStarts(Instant startsAt) implements Refusal {
        @Override
        public String detail() {
            return "is not after its start, " + startsAt;
        }
    }
}
