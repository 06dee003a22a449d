package dev.interlock.contracts.dr;

import java.time.Instant;
import java.util.List;

/**
 * {@code dr.expired}: the time to answer it passed with a required slot unanswered; it authorises
 * nothing until it is revised.
 *
 * @param requestExpiresAt the time that passed
 * @param revision that was judged
 * @param missing ids of the required slots that were not filled
 */
public record DeploymentRequestExpiredV1(
        String dr, Instant requestExpiresAt, int revision, List<String> missing)
        implements DrMessage {}
