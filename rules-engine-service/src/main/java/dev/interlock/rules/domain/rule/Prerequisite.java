package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.LaneHistory.Completed;
import dev.interlock.rules.domain.facts.LaneId;
import dev.interlock.rules.domain.facts.Situation;
import java.util.Optional;
import java.util.stream.Stream;

/** The lane of a product in another environment than the one it is to be deployed to. */
sealed interface Prerequisite {

    /** What such rules wait for. */
    String DEPLOYMENT = "deployment";

    /** A record that what happened there rests on cannot be read. */
    record Unreadable(String because) implements Prerequisite {}

    record Consulted(Lane lane, Environment environment) implements Prerequisite {

        /** By which it runs there now. */
        Optional<Completed> currentEvidence(String version) {
            return lane.currentEvidence(version, environment);
        }

        Optional<Completed> newestEvidence(String version) {
            return lane.history().newestEvidence(version, environment);
        }

        /** Newest first. */
        Stream<Completed> evidence(String version) {
            return lane.history().evidence(version, environment);
        }
    }

    /**
     * Where the product of the situation is concerned.
     *
     * @param name of an environment, or an alias; of one that is not registered nothing is known
     */
    static Prerequisite consult(String name, Situation situation) {
        return consult(situation.query().product(), name, situation);
    }

    static Prerequisite consult(String product, String name, Situation situation) {
        var records = situation.records();
        var known = records.environment(name);
        var environment =
                known == null
                        ? new Environment(name, "development", true, java.util.List.of())
                        : known;
        for (var spelling : environment.names()) {
            var why = records.unreadable("environment", spelling);
            if (why != null) {
                return new Unreadable("a record about " + spelling + " cannot be read: " + why);
            }
        }
        var why = records.unreadable("lane", LaneId.of(product, environment.name()));
        return why == null
                ? new Consulted(records.lane(product, environment), environment)
                : new Unreadable(
                        "a record about %s in %s cannot be read: %s"
                                .formatted(product, environment.name(), why));
    }
}
