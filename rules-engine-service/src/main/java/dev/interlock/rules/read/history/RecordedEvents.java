package dev.interlock.rules.read.history;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import org.jspecify.annotations.Nullable;

/** Understands the lines that the audit log keeps. */
public interface RecordedEvents {

    /**
     * @param message what it says; null if this version does not understand it
     */
    record Recorded(EventEnvelope envelope, @Nullable Message message) {}

    Recorded read(String line);
}
