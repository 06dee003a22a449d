/**
 * The nouns of this service as sealed states made only by {@code evolve}, the three answers of a
 * decision, and the refusals. Pure: no time, no ids, no IO; what the rest of the service must bring
 * from outside stands here as an interface.
 */
@NullMarked
package dev.interlock.dr.domain;

import org.jspecify.annotations.NullMarked;
