package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import org.jspecify.annotations.Nullable;

/** Decides after which position a relay goes on publishing. */
final class ResumePoint {

    private ResumePoint() {}

    /**
     * @param noted what the relay noted last; null if it never did
     * @param topicId the topic's id now
     * @param newest the newest event of our history on the topic; null if there is none
     */
    static long after(
            @Nullable RelayPosition noted, String topicId, @Nullable EventEnvelope newest) {
        if (noted != null && !noted.topicId().equals(topicId)) {
            return 0; // Kafka lost its data: everything is told again
        }
        if (newest != null) {
            return newest.position(); // the topic knows best: a note may be old
        }
        return noted == null ? 0 : noted.position();
    }
}
