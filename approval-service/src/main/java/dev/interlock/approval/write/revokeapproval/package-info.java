/** Make somebody else's approval count no longer, as an admin. */
@NullMarked
package dev.interlock.approval.write.revokeapproval;

import org.jspecify.annotations.NullMarked;
