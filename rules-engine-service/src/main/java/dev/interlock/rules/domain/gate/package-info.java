/**
 * The gate: one pure, total function from a question, the facts and an instant to a judgement.
 * Check and start call it alike; there is no second implementation anywhere.
 */
@NullMarked
package dev.interlock.rules.domain.gate;

import org.jspecify.annotations.NullMarked;
