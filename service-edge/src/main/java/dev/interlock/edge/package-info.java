/**
 * What the HTTP side of every service needs: the internal identity, problem details, strict JSON,
 * positions, and calls to another service.
 *
 * <p>Charter: nothing here knows a domain, a database table or a topic. A type belongs here only if
 * every service must do the same thing in the same way for the system to be safe.
 */
@NullMarked
package dev.interlock.edge;

import org.jspecify.annotations.NullMarked;
