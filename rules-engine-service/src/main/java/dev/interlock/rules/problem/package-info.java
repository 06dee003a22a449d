/** The whole mapping from refusals to answers. */
@NullMarked
package dev.interlock.rules.problem;

import org.jspecify.annotations.NullMarked;
