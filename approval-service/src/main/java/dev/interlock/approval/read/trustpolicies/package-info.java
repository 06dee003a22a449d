/** Which CI systems' tokens are accepted, and what for. */
@NullMarked
package dev.interlock.approval.read.trustpolicies;

import org.jspecify.annotations.NullMarked;
