/** Hears of other services' events and tells of its own; the one place that sees topics. */
@NullMarked
package dev.interlock.notification.kafka;

import org.jspecify.annotations.NullMarked;
