/** End a freeze before its time. */
@NullMarked
package dev.interlock.rules.write.thawfreeze;

import org.jspecify.annotations.NullMarked;
