/** A deployment started by an override: it is on record, and a review is due. */
@NullMarked
package dev.interlock.rules.write.recordoverrideuse;

import org.jspecify.annotations.NullMarked;
