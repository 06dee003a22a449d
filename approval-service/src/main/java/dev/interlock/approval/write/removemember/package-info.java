/** Take a person out of a group; nobody themselves. */
@NullMarked
package dev.interlock.approval.write.removemember;

import org.jspecify.annotations.NullMarked;
