/** Say that a step of a deployment request has to be done again. */
@NullMarked
package dev.interlock.dr.write.undostep;

import org.jspecify.annotations.NullMarked;
