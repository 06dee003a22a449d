/** Give a rule a new version; older versions stay as they are. */
@NullMarked
package dev.interlock.rules.write.changerule;

import org.jspecify.annotations.NullMarked;
