/** Make a product known by hand, before anything of it was built. */
@NullMarked
package dev.interlock.dr.write.registerproduct;

import org.jspecify.annotations.NullMarked;
