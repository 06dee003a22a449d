/** Asks dr-service what a version is: its artifact, its builders. Decides nothing. */
@NullMarked
package dev.interlock.approval.registry;

import org.jspecify.annotations.NullMarked;
