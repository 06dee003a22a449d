/** Make a version and its product known at first sight, and bind it to its commit. */
@NullMarked
package dev.interlock.dr.write.registerversion;

import org.jspecify.annotations.NullMarked;
