/** What has to be looked at by the clock, for automations that no event wakes. */
@NullMarked
package dev.interlock.dr.watch;

import org.jspecify.annotations.NullMarked;
