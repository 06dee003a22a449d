package dev.interlock.contracts.dr;

/**
 * {@code dr.step_undone}: a step that was done is to be done again.
 *
 * @param by opaque id of who says so
 */
public record StepUndoneV1(String dr, String step, String by, String reason) implements DrMessage {}
