/** How refusals are said: the one table from refusals to HTTP. */
@NullMarked
package dev.interlock.dr.problem;

import org.jspecify.annotations.NullMarked;
