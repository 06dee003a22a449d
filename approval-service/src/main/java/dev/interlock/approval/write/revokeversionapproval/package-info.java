/** Take a sign-off of a version back: by who gave it, or by a release manager or admin. */
@NullMarked
package dev.interlock.approval.write.revokeversionapproval;

import org.jspecify.annotations.NullMarked;
