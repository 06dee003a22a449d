/** Who may decide for whom, and until when. */
@NullMarked
package dev.interlock.approval.read.delegations;

import org.jspecify.annotations.NullMarked;
