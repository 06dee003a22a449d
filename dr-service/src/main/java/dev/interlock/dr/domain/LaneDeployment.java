package dev.interlock.dr.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One deployment as its lane remembers it. */
public sealed interface LaneDeployment {

    RunTrace trace();

    record Announced(RunTrace trace) implements LaneDeployment {}

    /**
     * @param drs the deployment requests whose admission it uses
     * @param leaseUntil when it is presumed to have failed; null = never
     */
    record Running(RunTrace trace, List<String> drs, @Nullable Instant leaseUntil)
            implements LaneDeployment {

        /** Half-open: at its end the lease no longer holds. */
        public boolean hasLapsed(Instant now) {
            return leaseUntil != null && !now.isBefore(leaseUntil);
        }
    }

    /**
     * Nothing was heard of it until its lease ended; what is heard of it later corrects that.
     *
     * @param drs the deployment requests whose admission it used
     */
    record PresumedFailed(RunTrace trace, List<String> drs) implements LaneDeployment {}

    record Ended(RunTrace trace, Outcome outcome) implements LaneDeployment {}

    /** The canonical status word. */
    default String status() {
        return switch (this) {
            case Announced _ -> "pending";
            case Running _ -> "started";
            case PresumedFailed _ -> "presumed_failed";
            case Ended(_, var outcome) -> outcome.word();
        };
    }
}
