/** Somebody new can act. */
@NullMarked
package dev.interlock.approval.write.registerperson;

import org.jspecify.annotations.NullMarked;
