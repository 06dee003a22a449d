/**
 * Rules: one file per kind with its record, its validation, its verdict and its sentence; adding a
 * kind touches that file and the sealed list.
 */
@NullMarked
package dev.interlock.rules.domain.rule;

import org.jspecify.annotations.NullMarked;
