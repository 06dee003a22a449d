/** Pure tests first; what needs a broker or a database gets a real one. */
@NullMarked
package dev.interlock.eventstream;

import org.jspecify.annotations.NullMarked;
