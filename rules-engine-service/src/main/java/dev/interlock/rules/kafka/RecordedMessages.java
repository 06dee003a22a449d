package dev.interlock.rules.kafka;

import dev.interlock.eventstream.EnvelopeLines;
import dev.interlock.eventstream.MessageJson;
import dev.interlock.eventstream.UndecodableEventException;
import dev.interlock.rules.read.history.RecordedEvents;
import org.springframework.stereotype.Component;

/** The lines of the audit log are envelopes as their owners write them. */
@Component
final class RecordedMessages implements RecordedEvents {

    private final EnvelopeLines lines = new EnvelopeLines();
    private final MessageJson messages = new MessageJson();

    @Override
    public Recorded read(String line) {
        var envelope = lines.read(line);
        try {
            return new Recorded(envelope, messages.read(envelope));
        } catch (UndecodableEventException unreadable) {
            return new Recorded(envelope, null); // it is parked, and its owner says so
        }
    }
}
