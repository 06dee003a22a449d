package dev.interlock.contracts.dr;

import java.time.Instant;

/**
 * {@code dr.step_completed}: somebody says that a step is done.
 *
 * @param by opaque id of who says so
 */
public record StepCompletedV1(String dr, String step, String by, Instant at) implements DrMessage {}
