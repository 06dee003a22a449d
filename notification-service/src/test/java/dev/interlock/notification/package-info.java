/** The service on a real PostgreSQL and a real Kafka, with owners played over real HTTP. */
@NullMarked
package dev.interlock.notification;

import org.jspecify.annotations.NullMarked;
