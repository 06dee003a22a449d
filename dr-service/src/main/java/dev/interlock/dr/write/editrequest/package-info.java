/** Change a deployment request; approvals of what was changed go stale. */
@NullMarked
package dev.interlock.dr.write.editrequest;

import org.jspecify.annotations.NullMarked;
