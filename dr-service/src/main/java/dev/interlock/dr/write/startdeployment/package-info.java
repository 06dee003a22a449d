/** Ask the gate, and admit or refuse: one append, conditional on the lane. */
@NullMarked
package dev.interlock.dr.write.startdeployment;

import org.jspecify.annotations.NullMarked;
