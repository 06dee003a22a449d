/** Note what a build says of itself. */
@NullMarked
package dev.interlock.dr.write.reportbuild;

import org.jspecify.annotations.NullMarked;
