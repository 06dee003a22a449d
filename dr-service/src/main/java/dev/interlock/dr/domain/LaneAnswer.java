package dev.interlock.dr.domain;

/** What a report on a deployment led to. */
public record LaneAnswer(String deploymentId, Kind kind) {

    public enum Kind {
        /** The gate said yes, and the lane is taken. */
        ADMITTED,
        /** The same run asked before, or goes on with what it runs already. */
        REPLAYED,
        /** Noted; nothing was asked for. */
        RECORDED,
        /** The attempt is on record, with the decision. */
        REFUSED
    }
}
