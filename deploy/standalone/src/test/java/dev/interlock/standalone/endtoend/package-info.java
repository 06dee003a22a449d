/**
 * The packaged installation as its users see it: started by its launcher, spoken to over HTTP, and
 * killed in parts.
 */
@NullMarked
package dev.interlock.standalone.endtoend;

import org.jspecify.annotations.NullMarked;
