/** Put a person into a group; nobody themselves. */
@NullMarked
package dev.interlock.approval.write.addmember;

import org.jspecify.annotations.NullMarked;
