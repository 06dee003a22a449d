/**
 * The question put to the gate and its answer, as said on internal HTTP and stored with every
 * attempt.
 */
@NullMarked
package dev.interlock.contracts.gate;

import org.jspecify.annotations.NullMarked;
