/** Say that a step of a deployment request is done. */
@NullMarked
package dev.interlock.dr.write.completestep;

import org.jspecify.annotations.NullMarked;
