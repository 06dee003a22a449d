/** How far a deployment request is, and who can supply what it lacks. */
@NullMarked
package dev.interlock.rules.read.readiness;

import org.jspecify.annotations.NullMarked;
