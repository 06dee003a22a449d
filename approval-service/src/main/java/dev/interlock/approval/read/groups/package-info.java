/** Which groups there are, and who is in them. */
@NullMarked
package dev.interlock.approval.read.groups;

import org.jspecify.annotations.NullMarked;
