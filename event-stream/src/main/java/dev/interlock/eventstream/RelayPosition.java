package dev.interlock.eventstream;

/**
 * How far a relay had come when it last took a note.
 *
 * @param topicId Kafka's id of the topic it published on
 * @param position the newest position known to be on that topic
 */
record RelayPosition(String topicId, long position) {}
