/** What may be deployed to an environment next, and why the rest may not. */
@NullMarked
package dev.interlock.rules.read.candidates;

import org.jspecify.annotations.NullMarked;
