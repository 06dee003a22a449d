/** Record that a deployment request was not answered in time. */
@NullMarked
package dev.interlock.dr.write.expirerequest;

import org.jspecify.annotations.NullMarked;
