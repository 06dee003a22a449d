/** Change an environment's type, mode, time zone or aliases. */
@NullMarked
package dev.interlock.dr.write.changeenvironment;

import org.jspecify.annotations.NullMarked;
