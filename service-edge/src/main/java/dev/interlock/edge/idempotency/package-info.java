/**
 * A POST that its sender may send again under the same {@code Idempotency-Key}: what was carried
 * out is carried out once, and answered as it was the first time.
 *
 * <p>Charter: reads the key, and puts the answer together with it. Where answers are kept, and how
 * they come into one transaction with what they answer, is {@link
 * dev.interlock.edge.idempotency.AnswerStore}'s business.
 */
@NullMarked
package dev.interlock.edge.idempotency;

import org.jspecify.annotations.NullMarked;
