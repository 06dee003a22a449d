/** How many requests each caller may send, and telling so. */
@NullMarked
package dev.interlock.gateway.limit;

import org.jspecify.annotations.NullMarked;
