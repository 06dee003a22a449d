package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a subscription is with one source. Written by the subscription's thread; {@code position}
 * and {@code heardAt} may be read by any.
 */
final class SourceProgress {

    /** What an event is, compared with what came before it. */
    enum Verdict {
        NEXT,
        DUPLICATE,
        /** Its predecessor is missing. */
        GAP
    }

    /** How long a record may trail the heartbeat that announces it, before it counts as lost. */
    static final Duration TRAILING = Duration.ofMillis(500);

    private volatile long position;
    private volatile Instant heardAt = Instant.EPOCH;
    private volatile long announced;
    private Instant announcedAheadAt = Instant.MAX;
    private boolean recovering = true;
    private Instant recoverAt = Instant.EPOCH;

    SourceProgress(long position) {
        this.position = position;
    }

    long position() {
        return position;
    }

    Instant heardAt() {
        return heardAt;
    }

    /** How many positions the owner is known to be ahead. */
    long lag() {
        return Math.max(0, announced - position);
    }

    Verdict judge(EventEnvelope event) {
        if (event.position() <= position) {
            return Verdict.DUPLICATE;
        }
        return event.previousPosition() > position ? Verdict.GAP : Verdict.NEXT;
    }

    void advance(EventEnvelope event) {
        position = event.position();
        announced = Math.max(announced, event.position());
        if (announced == position) {
            announcedAheadAt = Instant.MAX;
        }
    }

    /** A record from the topic shows how things were when it was appended. */
    void heard(Instant time, Instant now) {
        Instant asOf = time.isBefore(now) ? time : now;
        if (asOf.isAfter(heardAt)) {
            heardAt = asOf;
        }
    }

    /**
     * A heartbeat counts as heard only if we have exactly what it announces: behind it, something
     * is missing; ahead of it, its relay is still telling old news.
     */
    void announced(long newest, Instant time, Instant now) {
        announced = Math.max(announced, newest);
        if (newest == position) {
            heard(time, now);
        } else if (newest > position && announcedAheadAt.equals(Instant.MAX)) {
            announcedAheadAt = now;
        }
    }

    /**
     * True when what a heartbeat announced did not come, so that it must be read from the owner.
     */
    boolean lostTail(Instant now) {
        return lag() > 0
                && !announcedAheadAt.equals(Instant.MAX)
                && announcedAheadAt.plus(TRAILING).isBefore(now);
    }

    /** Returns true if this is news. */
    boolean mustRecover(Instant now) {
        if (recovering) {
            return false;
        }
        recovering = true;
        recoverAt = now;
        return true;
    }

    boolean recovering() {
        return recovering;
    }

    boolean recoverDue(Instant now) {
        return recovering && !recoverAt.isAfter(now);
    }

    void recoverAgainAt(Instant time) {
        recoverAt = time;
    }

    void recovered() {
        recovering = false;
        announcedAheadAt = Instant.MAX;
    }
}
