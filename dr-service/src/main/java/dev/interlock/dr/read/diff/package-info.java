/** What changed between two revisions of a deployment request, from its events. */
@NullMarked
package dev.interlock.dr.read.diff;

import org.jspecify.annotations.NullMarked;
