package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what it was fed. */
final class Recorder implements Subscriber {

    private final List<String> handled = new ArrayList<>();
    private final List<String> parked = new ArrayList<>();
    private long position;

    @Override
    public synchronized long position(String source) {
        return position;
    }

    @Override
    public synchronized void handle(EventEnvelope event, @Nullable Message message) {
        handled.add(event.id());
        position = event.position();
    }

    @Override
    public synchronized void park(EventEnvelope event, String reason) {
        parked.add(event.subject());
        position = event.position();
    }

    synchronized List<String> handled() {
        return List.copyOf(handled);
    }

    synchronized List<String> parked() {
        return List.copyOf(parked);
    }
}
