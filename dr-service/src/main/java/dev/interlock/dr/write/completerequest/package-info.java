/** Say by hand that a deployment request is done. */
@NullMarked
package dev.interlock.dr.write.completerequest;

import org.jspecify.annotations.NullMarked;
