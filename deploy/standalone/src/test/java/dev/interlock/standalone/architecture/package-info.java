/** What the layout promises, as rules; each is shown to fail on a planted class. */
@NullMarked
package dev.interlock.standalone.architecture;

import org.jspecify.annotations.NullMarked;
