/**
 * What this service says to others, and the relay that says it. The only package that sees Kafka
 * and messages.
 */
@NullMarked
package dev.interlock.approval.kafka;

import org.jspecify.annotations.NullMarked;
