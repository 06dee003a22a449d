package dev.interlock.contracts.dr;

import org.jspecify.annotations.Nullable;

/**
 * {@code dr.completed}: every item runs where it should, or somebody said so.
 *
 * @param automatic true when it followed from the last completed deployment
 * @param reason given when completed by hand
 */
public record DeploymentRequestCompletedV1(String dr, boolean automatic, @Nullable String reason)
        implements DrMessage {}
