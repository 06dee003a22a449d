/** Take a deployment request back into draft. */
@NullMarked
package dev.interlock.dr.write.deactivaterequest;

import org.jspecify.annotations.NullMarked;
