package dev.interlock.edge.idempotency;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a service keeps what it answered, for a day. */
public interface AnswerStore {

    /**
     * What is known of a key.
     *
     * @param fingerprint of the request that used it first
     * @param answer null if that was refused, or failed
     */
    record Known(String fingerprint, @Nullable StoredAnswer answer) {}

    /** What a request leads to. */
    interface Work {

        /** The answer, if what was done for it shall stay. */
        Outcome run() throws IOException, ServletException;
    }

    /** What becomes of what was done. */
    sealed interface Outcome {

        /** It stays, and so does the answer: there will never be another one. */
        record Done(StoredAnswer answer) implements Outcome {}

        /** What was done stays, if anything was; the request may be made again. */
        record Refused() implements Outcome {}

        /** Nothing stays. */
        record Failed() implements Outcome {}
    }

    /** Empty for a key not used within a day. */
    Optional<Known> known(KeyedRequest request);

    /**
     * Runs the request so that what it does and its answer are stored together or not at all.
     *
     * @param again carry it out although an answer is kept, which the new one replaces
     * @throws dev.interlock.edge.Problem 409 while another runs with this key, anywhere
     */
    void run(KeyedRequest request, boolean again, Work work) throws IOException, ServletException;
}
