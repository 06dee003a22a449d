/** Who stands behind a call that changes what people may, and whether an admin is left. */
@NullMarked
package dev.interlock.approval.authority;

import org.jspecify.annotations.NullMarked;
