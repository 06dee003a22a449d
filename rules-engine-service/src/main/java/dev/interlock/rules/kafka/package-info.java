/**
 * The one place that knows messages: what the sources' messages mean for the world, and how rules'
 * own events are said to others.
 */
@NullMarked
package dev.interlock.rules.kafka;

import org.jspecify.annotations.NullMarked;
