package dev.interlock.dr.write.expirerequest;

import java.time.Instant;
import java.util.List;

/**
 * @param revision that was found unanswered
 * @param end of the time to answer it
 * @param missing ids of the required slots that were not filled by then
 */
public record ExpireRequest(
        String dr, int revision, Instant end, List<String> missing, Instant now) {}
