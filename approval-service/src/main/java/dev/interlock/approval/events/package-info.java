/**
 * What happened, as stored for ever: records of primitives behind one sealed interface. Depends on
 * nothing; a shipped record is never edited, a new version is added.
 */
@NullMarked
package dev.interlock.approval.events;

import org.jspecify.annotations.NullMarked;
