/** Accept tokens that a CI system signs for its jobs, by ids that nobody can take over. */
@NullMarked
package dev.interlock.approval.write.definetrustpolicy;

import org.jspecify.annotations.NullMarked;
