/** Reject one slot of a deployment request; a comment is mandatory. */
@NullMarked
package dev.interlock.approval.write.rejectslot;

import org.jspecify.annotations.NullMarked;
