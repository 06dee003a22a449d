package dev.interlock.dr.firstsight;

import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;
import dev.interlock.eventstore.Entities;
import org.springframework.stereotype.Component;

/**
 * Recognises the run that a report belongs to, whichever of its environment's names the report
 * uses.
 */
@Component
public class KnownRuns {

    private final Entities<Lane, LaneEvent> lanes;

    KnownRuns(Entities<Lane, LaneEvent> lanes) {
        this.lanes = lanes;
    }

    /**
     * @param report with its run's identity by the environment's proper name
     * @param spelled with its identity by the name that was reported; runs that are recorded by it
     *     go on under it
     */
    public Report recognised(Target target, Report report, Report spelled) {
        return lanes.load(Pair.id(target.product(), target.environment()))
                .inWordsKnown(report, spelled);
    }
}
