/** Approve one slot of a deployment request. */
@NullMarked
package dev.interlock.approval.write.approveslot;

import org.jspecify.annotations.NullMarked;
