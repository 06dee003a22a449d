/** Say what a product is, so that rules can be written for all of its like. */
@NullMarked
package dev.interlock.dr.write.labelproduct;

import org.jspecify.annotations.NullMarked;
