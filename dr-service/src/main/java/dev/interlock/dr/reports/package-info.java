/** Pipelines' reports as the gateway translates them: one door for every status word. */
@NullMarked
package dev.interlock.dr.reports;

import org.jspecify.annotations.NullMarked;
