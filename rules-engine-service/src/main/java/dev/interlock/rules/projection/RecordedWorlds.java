package dev.interlock.rules.projection;

import dev.interlock.contracts.gate.GateDecision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The world as it was, made anew from the events on record. Reads the whole record: seconds; but
 * for a single attempt.
 */
public interface RecordedWorlds {

    /**
     * An attempt to start a deployment, on record.
     *
     * @param id of the deployment, or of the attempt that was refused
     * @param decision as it was made then
     * @param deployer null for a machine
     */
    record Attempt(
            String id,
            GateDecision decision,
            @Nullable String deployer,
            String actorKind,
            Instant at) {}

    @FunctionalInterface
    interface Visitor {

        /**
         * @param before the world when it was recorded, without it
         */
        void attempt(Attempt attempt, World before);
    }

    /** The attempt that was decided by this decision, as soon as it is on record. */
    Optional<Attempt> attempt(String decision);

    /**
     * @param positions of the newest event of each source; of a source that is missing, none
     */
    World at(Map<String, Long> positions);

    /**
     * All that was recorded until then, then included.
     *
     * @param known positions that the record must have reached; it follows by some milliseconds
     */
    World at(Instant time, Map<String, Long> known);

    /**
     * Every attempt since then, oldest first, with the facts as they were: of other sources at
     * least what its decision had seen.
     *
     * @param known positions that the record must have reached
     */
    void attempts(Instant since, Map<String, Long> known, Visitor visitor);
}
