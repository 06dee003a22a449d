/** Take an approval back, or revoke somebody else's as an admin. */
@NullMarked
package dev.interlock.approval.write.withdrawapproval;

import org.jspecify.annotations.NullMarked;
