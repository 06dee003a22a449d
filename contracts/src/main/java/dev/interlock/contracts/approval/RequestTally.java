package dev.interlock.contracts.approval;

import java.time.Instant;
import java.util.List;

/**
 * Answer of {@code GET /internal/deployment-requests/{id}/tally?at=}: how its slots stood by the
 * decisions made before that instant.
 *
 * @param revision of the request that was judged
 * @param complete was every required slot filled?
 * @param missing ids of the required slots that were not
 */
public record RequestTally(
        String dr, int revision, Instant at, boolean complete, List<String> missing) {}
