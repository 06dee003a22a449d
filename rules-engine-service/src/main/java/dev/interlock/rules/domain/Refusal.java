package dev.interlock.rules.domain;

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
}
