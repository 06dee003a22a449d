/** Begin a deployment request. */
@NullMarked
package dev.interlock.dr.write.draftrequest;

import org.jspecify.annotations.NullMarked;
