package dev.interlock.contracts;

import java.time.Instant;

/**
 * Said by an idle relay at least once a second: everything up to {@code position} is on the topic.
 *
 * @param source one of {@link Sources#ALL}
 * @param position the newest published position of that source; 0 when nothing was published yet
 * @param time when it was said, by the relay's clock
 */
public record Heartbeat(String source, long position, Instant time) {}
