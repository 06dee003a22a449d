/**
 * Conditions written in CEL over the facts of one decision: which facts there are and of which
 * types, how a condition is checked when it is written, and what it may cost when it is asked. The
 * only package that knows the library.
 */
@NullMarked
package dev.interlock.rules.domain.expression;

import org.jspecify.annotations.NullMarked;
