/** Note that a deployment will be asked for. */
@NullMarked
package dev.interlock.dr.write.announcedeployment;

import org.jspecify.annotations.NullMarked;
