/** Which approval types there are, and who may fill them. */
@NullMarked
package dev.interlock.approval.read.approvaltypes;

import org.jspecify.annotations.NullMarked;
