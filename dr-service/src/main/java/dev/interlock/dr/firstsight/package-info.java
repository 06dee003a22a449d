/**
 * What a report names for the first time is registered on the way, unless that would open a hole.
 */
@NullMarked
package dev.interlock.dr.firstsight;

import org.jspecify.annotations.NullMarked;
