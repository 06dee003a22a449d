package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.rules.domain.facts.Situation;
import java.util.List;
import java.util.function.Consumer;

/** A built-in check: it takes the environment's mode. The sealed list of them. */
sealed interface Check
        permits EnvironmentCheck,
                FreezeCheck,
                LaneCheck,
                RejectionCheck,
                RequestCheck,
                ReadabilityCheck,
                VersionCheck {

    /** In the order in which findings are listed. */
    List<Check> ALL =
            List.of(
                    new EnvironmentCheck(),
                    new ReadabilityCheck(),
                    new LaneCheck(),
                    new FreezeCheck(),
                    new VersionCheck(),
                    new RejectionCheck(),
                    new RequestCheck());

    void judge(Situation situation, Consumer<Finding> into);
}
