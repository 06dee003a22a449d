package dev.interlock.contracts.dr;

import org.jspecify.annotations.Nullable;

/** {@code dr.cancelled}: for good. */
public record DeploymentRequestCancelledV1(String dr, @Nullable String reason)
        implements DrMessage {}
