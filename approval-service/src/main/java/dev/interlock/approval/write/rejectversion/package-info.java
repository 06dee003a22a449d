/** Reject a version: no gate lets it pass until the rejection is revoked. */
@NullMarked
package dev.interlock.approval.write.rejectversion;

import org.jspecify.annotations.NullMarked;
