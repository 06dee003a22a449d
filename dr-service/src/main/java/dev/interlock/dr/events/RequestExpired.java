package dev.interlock.dr.events;

import java.time.Instant;
import java.util.List;

/**
 * The time to answer it passed with a required slot unanswered.
 *
 * @param requestExpiresAt the time that passed
 * @param revision that was judged
 * @param missing ids of the required slots that were not filled
 */
public record RequestExpired(
        String dr, Instant requestExpiresAt, int revision, List<String> missing)
        implements RequestEvent {

    public RequestExpired {
        missing = List.copyOf(missing);
    }
}
