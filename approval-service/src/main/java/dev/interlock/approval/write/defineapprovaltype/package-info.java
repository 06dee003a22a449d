/** Say who may fill slots of a type. */
@NullMarked
package dev.interlock.approval.write.defineapprovaltype;

import org.jspecify.annotations.NullMarked;
