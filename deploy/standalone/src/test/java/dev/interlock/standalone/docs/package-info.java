/** The documentation says what is so: its links lead somewhere, its lists are complete. */
@NullMarked
package dev.interlock.standalone.docs;

import org.jspecify.annotations.NullMarked;
