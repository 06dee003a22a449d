/** Change an environment's type, mode, time zone, aliases or separation of duties. */
@NullMarked
package dev.interlock.dr.write.changeenvironment;

import org.jspecify.annotations.NullMarked;
