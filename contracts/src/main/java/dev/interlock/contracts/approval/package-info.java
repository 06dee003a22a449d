/** Messages of the source {@code approval}: approval types, people, tokens, approvals. */
@NullMarked
package dev.interlock.contracts.approval;

import org.jspecify.annotations.NullMarked;
