package dev.interlock.eventstore;

/** A stored event this build has no class for: written by a newer one. */
public final class UnknownEvent extends RuntimeException {

    UnknownEvent(StoredEvent event) {
        super(
                "event at position %d: %s version %d (expected: a name of this build's catalogue)"
                        .formatted(event.position(), event.name(), event.version()));
    }
}
