/**
 * The whole installation by one command: embedded PostgreSQL and Kafka, the five services, one line
 * per component. Owns the data folder and the order of starting and stopping; holds no domain code.
 */
@NullMarked
package dev.interlock.standalone;

import org.jspecify.annotations.NullMarked;
