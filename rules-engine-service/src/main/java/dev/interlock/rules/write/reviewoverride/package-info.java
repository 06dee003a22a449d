/** Somebody else looks at what was done by an override. */
@NullMarked
package dev.interlock.rules.write.reviewoverride;

import org.jspecify.annotations.NullMarked;
