/** Name a group of people, for slots that want one of them. */
@NullMarked
package dev.interlock.approval.write.creategroup;

import org.jspecify.annotations.NullMarked;
