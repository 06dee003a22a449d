/** Take a role from a person; nobody their own, and never the last admin's. */
@NullMarked
package dev.interlock.approval.write.revokerole;

import org.jspecify.annotations.NullMarked;
