/** Let a freeze end later than it would. */
@NullMarked
package dev.interlock.rules.write.extendfreeze;

import org.jspecify.annotations.NullMarked;
