package dev.interlock.dr.domain;

import dev.interlock.dr.events.Report;

/**
 * A report, by both identities under which its run may be on record: a run is recognised by the
 * proper name of its environment, and one that was recorded before that was so by the name it was
 * reported with.
 *
 * @param report with the run's identity by the environment's proper name
 * @param spelled with its identity by the name that was reported
 */
public record Reported(Report report, Report spelled) {

    /** A report with one identity. */
    public static Reported as(Report report) {
        return new Reported(report, report);
    }

    /** The report by the identity that this lane knows its run by. */
    public Reported knownTo(Lane lane) {
        return as(lane.knowsRunOf(report) || !lane.knowsRunOf(spelled) ? report : spelled);
    }
}
