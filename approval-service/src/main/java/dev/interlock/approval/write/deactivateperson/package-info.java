/** Keep a person from signing in, and every token of theirs from working; never the last admin. */
@NullMarked
package dev.interlock.approval.write.deactivateperson;

import org.jspecify.annotations.NullMarked;
