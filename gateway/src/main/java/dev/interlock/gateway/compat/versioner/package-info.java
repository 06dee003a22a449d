/**
 * The endpoints that published CI clients of the hosted product speak, translated to and from ours.
 * Nothing of their shape is known outside of this package.
 */
@NullMarked
package dev.interlock.gateway.compat.versioner;

import org.jspecify.annotations.NullMarked;
