/** Keeps starts of a deployment request back while an approval of it is taken back. */
@NullMarked
package dev.interlock.dr.holds;

import org.jspecify.annotations.NullMarked;
