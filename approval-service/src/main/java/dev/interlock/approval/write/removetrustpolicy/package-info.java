/** Accept no tokens of a CI system by this policy any more. */
@NullMarked
package dev.interlock.approval.write.removetrustpolicy;

import org.jspecify.annotations.NullMarked;
