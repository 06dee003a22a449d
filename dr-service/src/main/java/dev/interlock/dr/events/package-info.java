/**
 * What has happened in this service, as stored: records of primitives, one sealed interface per
 * noun. Stored names live in the catalogue, never in class names; a shipped event is never edited.
 * Besides the JDK only the gate's decision is known here, since an attempt holds the whole of it.
 */
@NullMarked
package dev.interlock.dr.events;

import org.jspecify.annotations.NullMarked;
