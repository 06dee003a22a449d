package dev.interlock.rules.kafka;

/** A message whose contents make no sense to this build; it parks its entity. */
final class UnreadableMessage extends RuntimeException {

    UnreadableMessage(String message) {
        super(message);
    }
}
