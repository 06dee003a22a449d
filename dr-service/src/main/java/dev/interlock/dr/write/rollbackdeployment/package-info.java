/** Note that a completed deployment was undone, and what runs there again. */
@NullMarked
package dev.interlock.dr.write.rollbackdeployment;

import org.jspecify.annotations.NullMarked;
