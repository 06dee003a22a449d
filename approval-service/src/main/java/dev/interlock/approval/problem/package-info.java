/** The whole mapping from refusals to answers. */
@NullMarked
package dev.interlock.approval.problem;

import org.jspecify.annotations.NullMarked;
