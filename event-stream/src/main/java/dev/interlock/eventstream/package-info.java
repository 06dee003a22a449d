/**
 * How events travel: from an event store onto Kafka, and from Kafka (or, where Kafka has a hole,
 * from the owner) to whoever needs them.
 *
 * <p>Charter: the CloudEvents codec, the {@link dev.interlock.eventstream.Relay}, the {@link
 * dev.interlock.eventstream.Subscription} and what they must remember. Knows no domain, no event
 * store and no framework; it is handed functions. Kafka being away is normal here: nothing in this
 * package blocks a service's start or its HTTP side.
 */
@NullMarked
package dev.interlock.eventstream;

import org.jspecify.annotations.NullMarked;
