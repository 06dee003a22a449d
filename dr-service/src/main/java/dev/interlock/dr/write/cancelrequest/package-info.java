/** Give a deployment request up, for good. */
@NullMarked
package dev.interlock.dr.write.cancelrequest;

import org.jspecify.annotations.NullMarked;
