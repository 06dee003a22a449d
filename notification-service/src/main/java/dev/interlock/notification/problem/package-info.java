/** Refusals as problems. */
@NullMarked
package dev.interlock.notification.problem;

import org.jspecify.annotations.NullMarked;
