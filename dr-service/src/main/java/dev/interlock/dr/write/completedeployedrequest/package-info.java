/** Complete a deployment request whose every item runs in every target. */
@NullMarked
package dev.interlock.dr.write.completedeployedrequest;

import org.jspecify.annotations.NullMarked;
