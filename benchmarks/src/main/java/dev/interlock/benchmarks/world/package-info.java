/**
 * What the rules engine's world costs: a decision, as rules and versions become more, and the
 * memory that all of it takes. Worlds are made of messages, decoded as they come from Kafka.
 */
@NullMarked
package dev.interlock.benchmarks.world;

import org.jspecify.annotations.NullMarked;
