package dev.interlock.edge.idempotency;

/** What a service has to say about replays of its own endpoints. */
public interface ReplayRule {

    /** Whether the endpoint answers a question, each time anew, so that a key means nothing. */
    default boolean isAskedAnew(String path) {
        return false;
    }

    /** Whether an answer of the endpoint may be given again, or would be wrong by now. */
    default boolean stillHolds(String path, StoredAnswer answer) {
        return true;
    }
}
