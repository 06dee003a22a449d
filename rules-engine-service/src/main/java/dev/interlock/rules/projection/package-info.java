/**
 * The projection of everything the gate must know, in memory: one writer, any number of readers,
 * each on an immutable snapshot.
 */
@NullMarked
package dev.interlock.rules.projection;

import org.jspecify.annotations.NullMarked;
