package dev.interlock.dr.domain;

import java.util.List;

/** One deployment as its lane remembers it. */
public sealed interface LaneDeployment {

    RunTrace trace();

    record Announced(RunTrace trace) implements LaneDeployment {}

    /**
     * @param drs the deployment requests whose admission it uses
     */
    record Running(RunTrace trace, List<String> drs) implements LaneDeployment {}

    record Ended(RunTrace trace, Outcome outcome) implements LaneDeployment {}

    /** The canonical status word. */
    default String status() {
        return switch (this) {
            case Announced _ -> "pending";
            case Running _ -> "started";
            case Ended(_, var outcome) -> outcome.word();
        };
    }
}
