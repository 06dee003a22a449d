/** Refuse a token from now on. */
@NullMarked
package dev.interlock.approval.write.revoketoken;

import org.jspecify.annotations.NullMarked;
