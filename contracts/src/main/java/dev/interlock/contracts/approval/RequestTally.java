package dev.interlock.contracts.approval;

import java.time.Instant;
import java.util.List;

/**
 * Answer of {@code GET /internal/deployment-requests/{id}/tally?at=}: how its slots stood by the
 * decisions made before that instant.
 *
 * @param complete was every required slot filled?
 * @param missing ids of the required slots that were not
 */
public record RequestTally(String dr, Instant at, boolean complete, List<String> missing) {}
