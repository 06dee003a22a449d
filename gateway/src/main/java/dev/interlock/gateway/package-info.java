/**
 * The way in: authenticates, signs the internal identity, routes and translates. It keeps no truth:
 * what it remembers (resolved tokens, positions, sessions) may be lost at any time.
 */
@NullMarked
package dev.interlock.gateway;

import org.jspecify.annotations.NullMarked;
