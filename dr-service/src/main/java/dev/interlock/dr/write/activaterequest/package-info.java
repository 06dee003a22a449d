/** Ask the approvers. */
@NullMarked
package dev.interlock.dr.write.activaterequest;

import org.jspecify.annotations.NullMarked;
