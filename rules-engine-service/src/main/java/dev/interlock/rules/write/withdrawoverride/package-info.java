/** Take an override back. */
@NullMarked
package dev.interlock.rules.write.withdrawoverride;

import org.jspecify.annotations.NullMarked;
