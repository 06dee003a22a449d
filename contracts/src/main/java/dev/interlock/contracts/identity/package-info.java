/**
 * Who is calling: the claims of the internal identity that the gateway signs and services accept.
 */
@NullMarked
package dev.interlock.contracts.identity;

import org.jspecify.annotations.NullMarked;
