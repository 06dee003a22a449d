/** Make an environment known, by hand or at first sight. */
@NullMarked
package dev.interlock.dr.write.registerenvironment;

import org.jspecify.annotations.NullMarked;
