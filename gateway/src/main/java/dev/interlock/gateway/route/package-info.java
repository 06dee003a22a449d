/** The native API: which service answers a path, and passing bodies through unread. */
@NullMarked
package dev.interlock.gateway.route;

import org.jspecify.annotations.NullMarked;
