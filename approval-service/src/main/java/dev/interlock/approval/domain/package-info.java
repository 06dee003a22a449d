/**
 * The pure core: states that only {@code evolve} makes, refusals as data, and the tally that says
 * which approvals count. Knows no framework, no clock and no I/O.
 */
@NullMarked
package dev.interlock.approval.domain;

import org.jspecify.annotations.NullMarked;
