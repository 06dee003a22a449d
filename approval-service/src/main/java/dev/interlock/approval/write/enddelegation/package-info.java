/** End a delegation before its time. */
@NullMarked
package dev.interlock.approval.write.enddelegation;

import org.jspecify.annotations.NullMarked;
