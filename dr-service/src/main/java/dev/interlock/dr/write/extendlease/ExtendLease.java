package dev.interlock.dr.write.extendlease;

import java.time.Duration;
import java.time.Instant;

/**
 * @param lease from now on
 */
record ExtendLease(
        String deploymentId, String product, String environment, Duration lease, Instant now) {}
